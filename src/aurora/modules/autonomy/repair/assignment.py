"""`=` for `+=`, a value added to or taken from the target, targets or values swapped, `==` for `=`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.names import nearest


@operator(
    examples=[
        Example(Sight("«x = y»"), ["x += y", "x -= y", "y = x"]),
        Example(Sight("«a, b = b, c»"), ["b, a = b, c", "a, b = c, b"]),
        Example(Sight("«x[0] = f(y)»"), ["x[0] += f(y)", "x[0] -= f(y)"]),
        Example(Sight("«x == y»", statement=True), ["x = y"]),
        Example(Sight("«x += y»"), []),
        Example(Sight("«bost - y»", names=("best",), statement=True), ["bost = y", "best = y"]),
        Example(Sight("«x += [y]»"), []),
        Example(Sight("«t += i»", types={"t": "list", "i": "int"}), ["t += [i]", "t.append(i)"]),
        Example(Sight("«t += f(i)»", types={"t": "list"}), ["t += [f(i)]", "t.append(f(i))", "t.append(i)"]),
        Example(Sight("«t = t + i»", types={"t": "list", "i": "tuple"}), ["t = t + [i]", "t += t + i", "t -= t + i"]),
    ],
    prior=0.15,
)
def assignment(site: Site) -> Iterator[Replacement]:
    """Other ways of storing the value."""
    node = site.node
    match node:
        case ast.AugAssign(target=ast.Name(id=name), value=value, op=ast.Add()) if site.types.get(name) == "list":
            yield from _grown(site, node, name, value)
        case ast.Assign(targets=[ast.Tuple(elts=[a, b])], value=ast.Tuple(elts=[c, d])):
            yield from site.rewrite(node, f"{site.of(b)}, {site.of(a)} = {site.of(c)}, {site.of(d)}")
            yield from site.rewrite(node, f"{site.of(a)}, {site.of(b)} = {site.of(d)}, {site.of(c)}")
        case ast.Assign(targets=[target], value=value) if not isinstance(target, ast.Tuple):
            yield from _stored(site, node, target, value)
        case ast.Expr(value=ast.Compare(left=left, ops=[ast.Eq()], comparators=[right])):
            yield from site.rewrite(node, f"{site.of(left)} = {site.of(right)}", -1.0)
        case ast.Expr(value=ast.BinOp(left=ast.Name(id=name), right=right)):
            for rank, other in enumerate((name, *_alike(site, name))):
                yield from site.rewrite(node, f"{other} = {site.of(right)}", 0.3 * rank - 1.0)


def _grown(site: Site, node: ast.AugAssign, name: str, value: ast.expr) -> Iterator[Replacement]:
    """One item more for a list, where the value is no list."""
    if not isinstance(value, ast.List | ast.ListComp):
        yield from site.swap(value, f"[{site.of(value)}]", -0.5)
        yield from site.rewrite(node, f"{name}.append({site.of(value)})")
    if isinstance(value, ast.Call) and len(value.args) == 1:
        yield from site.rewrite(node, f"{name}.append({site.of(value.args[0])})")


def _alike(site: Site, name: str) -> tuple[str, ...]:
    return () if name in site.names else nearest(name, site.names)[:2]


def _stored(site: Site, node: ast.Assign, target: ast.expr, value: ast.expr) -> Iterator[Replacement]:
    left, right = site.of(target), site.of(value)
    if isinstance(value, ast.BinOp) and site.types.get(site.of(value.left)) == "list":
        yield from site.swap(value.right, f"[{site.of(value.right)}]", -0.5)
    if (
        isinstance(target, ast.Subscript)
        and isinstance(target.slice, ast.Name)
        and site.types.get(site.of(target.value), "dict") in ("dict", "defaultdict")
    ):
        owner, at = site.of(target.value), site.of(target.slice)
        yield from site.rewrite(node, f"{owner}.setdefault({at}, []).append({right})", 1.0)
        yield from site.rewrite(node, f"{owner}[{at}] = {owner}.get({at}, 0) + {right}", 1.0)
    yield from site.rewrite(node, f"{left} += {right}", 1.0)
    yield from site.rewrite(node, f"{left} -= {right}", 1.5)
    if isinstance(value, ast.Name | ast.Attribute | ast.Subscript) and isinstance(target, ast.Name):
        yield from site.rewrite(node, f"{right} = {left}", 0.5)
