"""The None of a method that works in place: the call on a line of its own, its object or argument where it stood."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.pycode.statements import insert_statement

_IN_PLACE = ("sort", "reverse", "append", "extend", "insert", "remove", "add", "update", "discard", "clear")


@operator(
    examples=[
        Example(Sight("x = «y.sort()»\n"), ["y.sort()\nx = y\n", "y.sort()\n"]),
        Example(
            Sight("a.append(«b.remove(t)»)\n"),
            ["b.remove(t)\na.append(b)\n", "b.remove(t)\na.append(t)\n", "a.append(t)\nb.remove(t)\n"],
        ),
        Example(Sight("«y.sort()»\n"), []),
        Example(Sight("x = «y.pop()»\n"), []),
    ],
    prior=0.25,
)
def hoist(site: Site) -> Iterator[Replacement]:
    """The call before or after the statement; in its place the object, or what was passed to it."""
    node = site.node
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _IN_PLACE):
        return
    statement = site.source.statement(node)
    if not isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr | ast.Return) or isinstance(
        site.parent, ast.Expr
    ):
        return
    owner = site.of(node.func.value)
    values = [(owner, "before"), *((site.of(argument), where) for argument in node.args for where in _SIDES)]
    for rank, (value, where) in enumerate(values):
        if where == "before" or not isinstance(statement, ast.Return):
            yield from _split(site, node, statement, value, where, 0.3 * rank)
    if isinstance(statement, ast.Assign) and statement.value is node:
        yield from site.rewrite(statement, site.text)


_SIDES = ("before", "after")


def _split(
    site: Site, node: ast.Call, statement: ast.stmt, value: str, where: str, cost: float
) -> Iterator[Replacement]:
    side = "before" if where == "before" else "after"
    for replaced in site.swap(node, value, cost):
        try:
            line = insert_statement(site.source, statement, site.text, "before" if side == "before" else "after")
        except ValueError:
            return
        edits: tuple[Edit, ...] = (*replaced.edits, line)
        yield Replacement(tuple(sorted(edits, key=lambda edit: edit.start)), cost)
