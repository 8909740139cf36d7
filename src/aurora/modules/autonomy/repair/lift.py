"""Part of an expression for the whole: `x` for `x + 1`, `f(x)`, `x[i]`, `x.y`, `not x`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("y = «x + 1»"), ["y = x", "y = 1"]),
        Example(Sight("y = «f(x, z)»"), ["y = x", "y = z"]),
        Example(Sight("y = «x[0]»"), ["y = x", "y = 0"]),
        Example(Sight("y = «not x»"), ["y = x"]),
        Example(Sight("y = «a.b.c(d)»"), ["y = d", "y = a.b"]),
        Example(Sight("y = «a if b else c»"), ["y = a", "y = c"]),
        Example(Sight("y = «x»"), []),
        Example(Sight("«a.b(c)»"), []),
    ],
    prior=0.3,
)
def lift(site: Site) -> Iterator[Replacement]:
    """Each operand in the place of the whole."""
    node = site.node
    if not isinstance(node, ast.expr) or isinstance(getattr(node, "ctx", ast.Load()), ast.Store | ast.Del):
        return
    if isinstance(site.parent, ast.Expr):
        return
    called = isinstance(site.parent, ast.Call) and site.parent.func is node
    for part, cost in _parts(node):
        if not called and not isinstance(part, ast.Starred):
            yield from site.put(site.of(part), cost + (_EVADES if _evades(site, node, part) else 0.0))


_EVADES = 1.5  # a missing name was meant to be another one, rather than nothing


def _evades(site: Site, node: ast.expr, part: ast.expr) -> bool:
    """Whether the part lacks the name that is missing, which stands as a value in the whole."""
    if site.raised is None or site.raised.type != "NameError" or isinstance(node, ast.Call):
        return False
    names = [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
    missing = [name for name in names if f"'{name}'" in site.raised.message]
    return bool(missing) and not any(isinstance(each, ast.Name) and each.id in missing for each in ast.walk(part))


def _parts(node: ast.expr) -> list[tuple[ast.expr, float]]:
    match node:
        case ast.BinOp(left=left, right=right):
            return [(left, 0.0), (right, 0.4)]
        case ast.Compare(left=left, ops=[_], comparators=[_]):
            return [(left, 1.0)]
        case ast.Call(func=func, args=args):
            owner = [(func.value, 1.2)] if isinstance(func, ast.Attribute) and not _is_self(func.value) else []
            return [(argument, 0.3) for argument in args] + owner
        case ast.Subscript(value=value, slice=index):
            return [(value, 0.3)] if isinstance(index, ast.Slice | ast.Tuple) else [(value, 0.3), (index, 0.8)]
        case ast.Attribute(value=value):
            return [(value, 0.3)]
        case ast.UnaryOp(operand=operand):
            return [(operand, 0.0)]
        case ast.IfExp(body=body, orelse=orelse):
            return [(body, 0.5), (orelse, 0.5)]
    return [(node.elts[0], 0.6)] if isinstance(node, ast.List | ast.Tuple) and len(node.elts) == 1 else []


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")
