"""Statements behind a return that stand too deep: they belong behind the block that the return ends."""

import ast
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.parse import Source
from aurora.pycode.reach import unreachable

_BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try)


@fixer(
    examples=[
        Example(
            Broken("def f(x):\n    if x:\n        return 1\n        if x == 2:\n            x = 3\n    return x\n"),
            ["def f(x):\n    if x:\n        return 1\n    if x == 2:\n        x = 3\n    return x\n"],
        ),
        Example(
            Broken("def f(x):\n    for y in x:\n        return y\n        x = 3\n"),
            ["def f(x):\n    for y in x:\n        return y\n    x = 3\n"],
        ),
        Example(Broken("def f(x):\n    if x:\n        return 1\n    return x\n"), []),
        Example(Broken("def f(x):\n    return 1\n    yield\n"), []),
        Example(Broken("def f(:\n"), []),
    ]
)
def unreachable_code(broken: Broken) -> Iterator[Fix]:
    """The text with the first such statements one level further out."""
    source = parsed(broken.text)
    if source is None:
        return
    for block, behind in unreachable(source):
        if isinstance(block, _BLOCKS) and behind[0] in block.body and not getattr(block, "orelse", []):
            yield Fix(_moved(source, block, behind), 0.8, "Nothing behind a return is ever reached.")
            return


def _moved(source: Source, block: ast.stmt, statements: list[ast.stmt]) -> str:
    lines = source.text.split("\n")
    by = statements[0].col_offset - block.col_offset
    for number in range(statements[0].lineno - 1, statements[-1].end_lineno or 0):
        lines[number] = lines[number][by:] if not lines[number][:by].strip() else lines[number]
    return "\n".join(lines)
