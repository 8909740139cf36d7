"""Duplicates dropped without losing the order: `dict.fromkeys(x)` for `set(x)`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("y = list(«set(x)»)"), ["y = list(dict.fromkeys(x))", "y = list(sorted(set(x)))"]),
        Example(Sight("y = «set()»"), []),
    ],
    prior=0.1,
    tier=2,
)
def unique(site: Site) -> Iterator[Replacement]:
    """The keys of a dictionary keep the order of the first ones; or the items in order of size."""
    match site.node:
        case ast.Call(func=ast.Name(id="set"), args=[argument]):
            yield from site.put(f"dict.fromkeys({site.of(argument)})")
            yield from site.put(f"sorted({site.text})", 0.5)
