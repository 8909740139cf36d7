"""Take the least or the greatest without sorting all."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="algorithm",
    examples=[
        Example("sorted(xs)[0]\n", ["min(xs)\n"]),
        Example("sorted(xs, key=f)[0]\n", ["min(xs, key=f)\n"]),
        Example("sorted(xs)[-1]\n", ["max(xs)\n"]),
        Example("sorted(xs, reverse=True)[0]\n", []),
        Example("sorted(xs, key=f)[-1]\n", []),
    ],
)
def extreme_of_sorted(site: Site) -> Iterator[Replacement]:
    """`sorted(xs)[0]` to `min(xs)`, with its key; `sorted(xs)[-1]` to `max(xs)`, without one, since ties differ."""
    match site.node:
        case ast.Subscript(value=ast.Call(func=ast.Name(id="sorted"), args=[items], keywords=named), slice=place):
            key = "".join(f", key={site.of(each.value)}" for each in named if each.arg == "key")
            if len(named) > bool(key):
                return
            if isinstance(place, ast.Constant) and place.value == 0:
                yield from site.put(f"min({site.of(items)}{key})")
            elif site.of(place) == "-1" and not key:
                yield from site.put(f"max({site.of(items)})")
