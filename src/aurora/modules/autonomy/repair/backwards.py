"""From the last to the first: `reversed(range(a, b))`, `[f(x) for x in y][::-1]`, a literal turned round."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_MADE = {"list", "sorted"}


@operator(
    examples=[
        Example(Sight("for i in «range(a, b)»:\n    pass\n"), ["for i in reversed(range(a, b)):\n    pass\n"]),
        Example(Sight("for i in «(1, 2, 5)»:\n    pass\n"), ["for i in (5, 2, 1):\n    pass\n"]),
        Example(Sight("y = «[f(x) for x in z]»"), ["y = [f(x) for x in z][::-1]"]),
        Example(Sight("return «sorted(z)»"), ["return sorted(z)[::-1]"]),
        Example(Sight("for x in «reversed(z)»:\n    pass\n"), ["for x in z:\n    pass\n"]),
        Example(Sight("y = «x»"), []),
    ],
    prior=0.12,
    tier=2,
)
def backwards(site: Site) -> Iterator[Replacement]:
    """What is gone through, given away or kept, in the other direction."""
    node, parent = site.node, site.parent
    through = isinstance(parent, ast.For | ast.comprehension) and parent.iter is node
    match node:
        case ast.Call(func=ast.Name(id="range")) if through:
            yield from site.put(f"reversed({site.text})")
        case ast.Call(func=ast.Name(id="reversed"), args=[argument]):
            yield from site.put(site.of(argument))
        case ast.List(elts=items) | ast.Tuple(elts=items) if through and len(items) > 2:
            first, last = site.source.span(items[0]).start, site.source.span(items[-1]).end
            yield site.splice(first, last, ", ".join(map(site.of, reversed(items))))
        case ast.ListComp():
            yield from site.put(f"{site.text}[::-1]", 0.3)
        case ast.Call(func=ast.Name(id=name)) if name in _MADE and not through:
            yield from site.put(f"{site.text}[::-1]", 0.3)
