"""One more or one less: `i + 1` or `i - 1` for `i`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_NUMBERS = {"int", "float", "bool"}


@operator(
    examples=[
        Example(Sight("f(«n»)", types={"n": "int"}), ["f(n + 1)", "f(n - 1)"]),
        Example(Sight("x[«i * 2»]"), ["x[i * 2 + 1]", "x[i * 2 - 1]"]),
        Example(Sight("f(«s»)", types={"s": "str"}), []),
        Example(Sight("«f»(x)"), []),
        Example(Sight("«x» = 1"), []),
    ],
    prior=0.3,
)
def offset(site: Site) -> Iterator[Replacement]:
    """One up, one down, for what may be a number."""
    node = site.node
    if not _may_be_number(site, node) or _is_name_of_call(site, node):
        return
    cost = 0.0 if isinstance(site.parent, ast.Call | ast.Subscript | ast.Slice) else 0.9
    if isinstance(site.parent, ast.Compare):
        cost = 0.6 if isinstance(site.parent.ops[0], ast.Eq | ast.NotEq) else 0.0
    yield from site.put(f"{site.text} + 1", cost)
    yield from site.put(f"{site.text} - 1", cost)


def _may_be_number(site: Site, node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load) and site.types.get(node.id, "int") in _NUMBERS
    if isinstance(node, ast.Subscript | ast.Attribute):
        return isinstance(node.ctx, ast.Load) and not isinstance(site.parent, ast.Attribute)
    if isinstance(node, ast.Call):
        return not isinstance(site.parent, ast.Expr | ast.Attribute | ast.For)
    return isinstance(node, ast.BinOp) and not isinstance(site.parent, ast.BinOp)


def _is_name_of_call(site: Site, node: ast.AST) -> bool:
    parent = site.parent
    head = isinstance(parent, ast.Call) and parent.func is node
    return (
        head
        or isinstance(parent, ast.Attribute | ast.arg | ast.AnnAssign)
        or (isinstance(parent, ast.Subscript) and parent.value is node)
    )
