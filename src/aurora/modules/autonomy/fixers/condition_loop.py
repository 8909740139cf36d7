"""`if x in values:` where x has no value yet is a loop: `for x in values:`."""

import ast
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.dangling import dangling


@fixer(
    examples=[
        Example(
            Broken("def f(n):\n    if i in range(n):\n        print(i)\n"),
            ["def f(n):\n    for i in range(n):\n        print(i)\n"],
        ),
        Example(Broken("def f(n, i):\n    if i in range(n):\n        print(i)\n"), []),
        Example(Broken("def f(n):\n    if i in range(n):\n        print(i)\n    else:\n        print(n)\n"), []),
    ]
)
def condition_loop(broken: Broken) -> Iterator[Fix]:
    """The text with the first such condition as a loop."""
    source = parsed(broken.text)
    lost = {each.node for each in dangling(source)} if source is not None else set()
    for node in source.nodes(ast.If) if source is not None and lost else ():
        test = node.test
        if isinstance(test, ast.Compare) and test.left in lost and isinstance(test.ops[0], ast.In) and not node.orelse:
            start = source.span(node).start if source is not None else 0
            if broken.text.startswith("if", start):
                new = f"{broken.text[:start]}for{broken.text[start + 2 :]}"
                yield Fix(new, 0.3, "A name without a value is what a loop binds.")
                return
