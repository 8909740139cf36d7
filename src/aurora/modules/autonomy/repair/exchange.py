"""Two values of one statement in each other's place: `x[j] = y[i]` for `x[i] = y[j]`."""

import ast
from collections.abc import Iterator
from itertools import combinations

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit

_KINDS = (ast.Call, ast.Attribute, ast.Subscript, ast.Name)
_MOST = 12  # values of a statement that are looked at


@operator(
    examples=[
        Example(
            Sight("«return dict(zip(f(d.b()), d.a()))»"),
            ["return dict(zip(f(d.a()), d.b()))"],
        ),
        Example(Sight("«x[i] = y[j]»"), ["x[j] = y[i]"]),
        Example(Sight("«x = f(a, a)»"), []),
        Example(Sight("«return a - b»"), []),
        Example(Sight("«x = f(a, b)»"), []),
        Example(Sight("«x = f(a, 1, b)»"), ["x = f(b, 1, a)"]),
        Example(Sight("«if a < b:\n    pass»\n"), []),
    ],
    prior=0.06,
    tier=2,
)
def exchange(site: Site) -> Iterator[Replacement]:
    """Values of the same kind that are read, neither inside the other."""
    node = site.node
    if not isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Return | ast.Expr):
        return
    read = [
        each
        for each in ast.walk(node)
        if isinstance(each, _KINDS) and isinstance(getattr(each, "ctx", ast.Load()), ast.Load) and _free(site, each)
    ]
    for one, other in combinations(read[:_MOST], 2):
        if _is_turned_elsewhere(site, one, other):
            continue
        first, second = sorted((site.source.span(one), site.source.span(other)))
        if type(one) is type(other) and first.end <= second.start and site.of(one) != site.of(other):
            text = site.source.text
            ends = (first.start, first.end, second.of(text)), (second.start, second.end, first.of(text))
            yield Replacement(tuple(Edit("", *end) for end in ends))


def _is_turned_elsewhere(site: Site, one: ast.AST, other: ast.AST) -> bool:
    """Whether both are the operands of one operator, or neighbours in one call: changes that others propose."""
    parent = site.source.parents.get(one)
    if parent is not site.source.parents.get(other):
        return False
    row = parent.args if isinstance(parent, ast.Call) else []
    near = one in row and other in row and abs(row.index(one) - row.index(other)) == 1
    return near or isinstance(parent, ast.BinOp)


def _free(site: Site, node: ast.AST) -> bool:
    """Whether a node is a value of its own, not the head of an attribute, an item or a call, nor inside a text."""
    parent = site.source.parents.get(node)
    head = node in (getattr(parent, "func", None), getattr(parent, "value", None))
    return not (head and isinstance(parent, ast.expr)) and not site.source.fstring(node)
