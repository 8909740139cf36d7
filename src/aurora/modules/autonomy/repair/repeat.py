"""A loop gone through again and again: the outer loop of a sort that was forgotten."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.statements import reindent

_SIZED = {"list", "str", "tuple", "deque"}


@operator(
    examples=[
        Example(
            Sight("«for i in range(3):\n    x[i] = 0»\n", names=("x",), types={"x": "list"}),
            ["for _ in range(len(x)):\n    for i in range(3):\n        x[i] = 0\n"],
        ),
        Example(Sight("«for i in x:\n    pass»\n", types={"x": "int"}), []),
    ],
    prior=0.04,
    tier=3,
)
def repeat(site: Site) -> Iterator[Replacement]:
    """Once for each item of a list that the loop uses."""
    node = site.node
    if not isinstance(node, ast.For):
        return
    used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    for name in (name for name in site.names if name in used and site.types.get(name) in _SIZED):
        yield from site.rewrite(node, f"for _ in range(len({name})):\n{reindent(site.text, '    ')}")
