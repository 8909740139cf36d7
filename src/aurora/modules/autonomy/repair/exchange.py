"""Two values of one statement in each other's place: `zip(a.values(), a.keys())` for `zip(a.keys(), a.values())`."""

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
            ["return dict(zip(d.a(), f(d.b())))", "return dict(zip(f(d.a()), d.b()))"],
        ),
        Example(Sight("«x[i] = y[j]»"), ["x[j] = y[i]"]),
        Example(Sight("«x = f(a, a)»"), []),
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
        first, second = sorted((site.source.span(one), site.source.span(other)))
        if type(one) is type(other) and first.end <= second.start and site.of(one) != site.of(other):
            text = site.source.text
            ends = (first.start, first.end, second.of(text)), (second.start, second.end, first.of(text))
            yield Replacement(tuple(Edit("", *end) for end in ends))


def _free(site: Site, node: ast.AST) -> bool:
    """Whether a node is a value of its own, not the head of an attribute, an item or a call, nor inside a text."""
    parent = site.source.parents.get(node)
    head = node in (getattr(parent, "func", None), getattr(parent, "value", None))
    return not (head and isinstance(parent, ast.expr)) and not site.source.fstring(node)
