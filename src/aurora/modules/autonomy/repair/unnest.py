"""A function inside of a function that nobody calls: its body in its place."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.statements import reindent


@operator(
    examples=[
        Example(
            Sight("def f(n):\n    m = n * 2\n    «def run(self):\n        return m»\n"),
            ["def f(n):\n    m = n * 2\n    return m\n"],
        ),
        Example(Sight("def f(n):\n    «def g():\n        return n»\n    return g\n"), []),
        Example(Sight("«def f(n):\n    return n»\n"), []),
    ],
    prior=0.4,
)
def unnest(site: Site) -> Iterator[Replacement]:
    """The statements of the inner function, in the block that it stands in."""
    node = site.node
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return
    outer = site.source.function(node)
    if outer is None or any(isinstance(each, ast.Name) and each.id == node.name for each in ast.walk(outer)):
        return
    first = site.source.lines.offset(node.body[0].lineno)
    if node.body[0].lineno > node.lineno:
        body = site.source.text[first : site.source.span(node).end]
        yield from site.rewrite(node, reindent(body, ""))
