"""Let `any` and `all` stop at the first item that decides."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("any([x > 1 for x in xs])\n", ["any(x > 1 for x in xs)\n"]),
        Example("all([f(x) for x in xs])\n", ["all(f(x) for x in xs)\n"]),
        Example("sum([x for x in xs])\n", []),
    ],
)
def lazy_any(site: Site) -> Iterator[Replacement]:
    """`any([...])` to `any(...)`."""
    match site.node:
        case ast.Call(func=ast.Name(id="any" | "all"), args=[ast.ListComp() as inner], keywords=[]):
            span = site.source.span(inner)
            yield site.splice(span.start, span.end, site.of(inner)[1:-1].strip())
