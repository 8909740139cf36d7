"""Two sides made alike: `a[1] > b[1]` for `a[1] > b`, `a.x - b.x` for `a.x - b`, `len(a) < len(b)` for `len(a) < b`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("f(«g(a.x * k, a.y)»)"), ["f(g(a.x * k, a.y * k))"]),
        Example(Sight("«a[1] > b»"), ["a[1] > b[1]", "a > b"]),
        Example(Sight("x = «a.size - b»"), ["x = a.size - b.size", "x = a - b"]),
        Example(Sight("«a < len(b)»"), ["len(a) < len(b)", "a < b"]),
        Example(Sight("«a[1] > b[1]»"), []),
        Example(Sight("«a > b»"), []),
    ],
    prior=0.25,
)
def mirror(site: Site) -> Iterator[Replacement]:
    """The index, attribute or function of one side given to the other, or taken away."""
    node = site.node
    match node:
        case ast.Compare(left=left, ops=[_], comparators=[right]) | ast.BinOp(left=left, right=right):
            for rich, poor in ((left, right), (right, left)):
                if isinstance(poor, ast.Name | ast.Subscript) and type(rich) is not type(poor):
                    yield from _alike(site, rich, poor)
        case ast.Call(args=[_, _, *_] as given):
            for rich, poor in ((one, two) for one in given for two in given):
                if isinstance(rich, ast.BinOp) and type(rich.left) is type(poor):
                    operation = site.of(rich).removeprefix(site.of(rich.left))
                    yield from site.swap(poor, f"{site.of(poor)}{operation}", 0.3)


def _alike(site: Site, rich: ast.expr, poor: ast.expr) -> Iterator[Replacement]:
    text = site.of(poor)
    match rich:
        case ast.Subscript(value=value, slice=index) if not isinstance(index, ast.Slice):
            yield from site.swap(poor, f"{text}[{site.of(index)}]")
            yield from site.swap(rich, site.of(value), 0.3)
        case ast.Attribute(value=value, attr=attr):
            yield from site.swap(poor, f"{text}.{attr}")
            yield from site.swap(rich, site.of(value), 0.3)
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]):
            yield from site.swap(poor, f"{name}({text})")
            yield from site.swap(rich, site.of(argument), 0.3)
