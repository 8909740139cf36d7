"""A value where its position is wanted: `x.pop(v)` for `x.pop(x.index(v))`, `x[v]` for `x[x.index(v)]`; and back."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_PLAIN = (ast.Name, ast.Call, ast.Subscript)


@operator(
    examples=[
        Example(Sight("y = «x.pop(v)»"), ["y = x.pop(x.index(v))"]),
        Example(Sight("«x.remove(i)»"), ["x.remove(x[i])"]),
        Example(Sight("y = «x[v]»", types={"x": "list"}), ["y = x[x.index(v)]"]),
        Example(Sight("y = «x[v]»", types={"x": "dict"}), []),
        Example(Sight("y = «x.pop()»"), []),
    ],
    prior=0.12,
    tier=2,
)
def position(site: Site) -> Iterator[Replacement]:
    """The position of the value, the value at the position."""
    node = site.node
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr="pop"), args=[value]) if isinstance(value, _PLAIN):
            yield from site.swap(value, f"{site.of(owner)}.index({site.of(value)})")
        case ast.Call(func=ast.Attribute(value=owner, attr="remove"), args=[value]) if isinstance(value, _PLAIN):
            yield from site.swap(value, f"{site.of(owner)}[{site.of(value)}]")
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Name() as value, ctx=ast.Load()):
            if site.types.get(name) in ("list", "tuple", "str"):
                yield from site.swap(value, f"{name}.index({site.of(value)})")
