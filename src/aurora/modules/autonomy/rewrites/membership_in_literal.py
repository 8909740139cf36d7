"""Look a value up in a set of constants, not in a list of them.

A list is searched item by item; a set literal of constants is built once, when the code is compiled.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("x in [1, 2, 3]\n", ["x in {1, 2, 3}\n"]),
        Example("x not in ('a', 'b', 'c')\n", ["x not in {'a', 'b', 'c'}\n"]),
        Example("x in [1]\n", []),
        Example("x in [y, 2, 3]\n", []),
    ],
)
def membership_in_literal(site: Site) -> Iterator[Replacement]:
    """`x in [1, 2, 3]` to `x in {1, 2, 3}`."""
    match site.node:
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[ast.List(elts=items) | ast.Tuple(elts=items)]):
            if len(items) > 2 and all(isinstance(item, ast.Constant) for item in items):
                inner = ", ".join(site.of(item) for item in items)
                yield from site.swap(site.node.comparators[0], f"{{{inner}}}")
