"""A closing bracket at another place: `f(a + b)` for `f(a) + b`, `(a, b or c)` for `(a, b) or c`; and back."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit


@operator(
    examples=[
        Example(Sight("y = «len(a) + b»"), ["y = len(a + b)"]),
        Example(Sight("y = «(a, b) or c»"), ["y = (a, b or c)"]),
        Example(Sight("if «f(a) and b and c»:\n    pass\n"), ["if f(a and b and c):\n    pass\n"]),
        Example(Sight("y = «len(a - 1)»"), ["y = len(a) - 1"]),
        Example(Sight("y = «f(a, b < c)»"), ["y = f(a, b) < c"]),
        Example(Sight("y = «f()»"), []),
        Example(Sight("y = «a + b»"), []),
    ],
    prior=0.08,
    tier=2,
)
def bracket(site: Site) -> Iterator[Replacement]:
    """What follows a call or a tuple taken into it; the right side of a call's last argument put behind it."""
    node = site.node
    if site.source.fstring(node):
        return
    first = _first(node)
    if first is not None and _holds(first):
        yield from _moved(site, site.source.span(first).end, site.source.span(node).end)
    inner = node.args[-1] if isinstance(node, ast.Call) and node.args and not node.keywords else None
    head = _first(inner)
    if inner is not None and head is not None:
        yield from _moved(site, site.source.span(node).end, site.source.span(head).end)


def _first(node: ast.AST | None) -> ast.expr | None:
    """The leftmost part of an operation."""
    match node:
        case ast.BinOp(left=left) | ast.Compare(left=left):
            return left
        case ast.BoolOp(values=[left, *_]):
            return left
    return None


def _holds(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple) or (isinstance(node, ast.Call) and bool(node.args) and not node.keywords)


def _moved(site: Site, bracket: int, to: int) -> Iterator[Replacement]:
    """A closing bracket that ends at one place put at another one."""
    text = site.source.text
    if text[bracket - 1 : bracket] != ")":
        return
    edits = (Edit("", bracket - 1, bracket, ""), Edit("", to, to, ")"))
    yield Replacement(tuple(sorted(edits, key=lambda edit: edit.start)))
