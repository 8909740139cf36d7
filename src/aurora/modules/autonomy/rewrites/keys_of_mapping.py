"""Look a key up in the dictionary itself."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("k in d.keys()\n", ["k in d\n"]),
        Example("k not in d.keys()\n", ["k not in d\n"]),
        Example("k in list(d)\n", ["k in d\n"]),
        Example("k in d.keys() - e\n", []),
    ],
)
def keys_of_mapping(site: Site) -> Iterator[Replacement]:
    """`k in d.keys()` and `k in list(d)` to `k in d`."""
    match site.node:
        case ast.Compare(
            ops=[ast.In() | ast.NotIn()],
            comparators=[
                ast.Call(func=ast.Attribute(attr="keys", value=table), args=[], keywords=[])
                | ast.Call(func=ast.Name(id="list"), args=[table], keywords=[])
            ],
        ):
            yield from site.swap(site.node.comparators[0], site.of(table))
