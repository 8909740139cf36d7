"""The same edit at several places: a name, an index or a sum changed wherever it stands in a statement or function."""

import ast
from collections.abc import Iterable, Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit


@operator(
    examples=[
        Example(
            Sight("«x[i][1], x[j][1] = x[j][1], x[i][1]»"),
            [
                "x[i], x[j] = x[j], x[i]",
                "x[1], x[j][1] = x[j][1], x[1]",
                "x[i][1], x[1] = x[1], x[i][1]",
            ],
        ),
        Example(
            Sight(
                "def f(a):\n    b = []\n    «b = c(b, b)»\n    return b\n",
                names=("a", "b"),
                types={"a": "list", "b": "list"},
            ),
            ["def f(a):\n    b = []\n    a = c(a, a)\n    return b\n"],
        ),
        Example(
            Sight("def f(a, i):\n    b = a[«i + 1»]\n    return b - a[i + 1]\n"),
            [f"def f(a, i):\n    b = a[{new}]\n    return b - a[{new}]\n" for new in ("i", "i - 1", "i + 2", "i + 0")],
        ),
        Example(Sight("def f(a, i):\n    return a[«i + 1»]\n"), []),
        Example(Sight("«x = y»", names=("x", "y"), types={"x": "int", "y": "int"}), []),
    ],
    prior=0.12,
    tier=2,
)
def everywhere(site: Site) -> Iterator[Replacement]:
    """An index dropped from all subscripts that have it; a name of the statement exchanged for one of its type; a sum
    changed wherever the function has it."""
    node = site.node
    if isinstance(node, ast.BinOp):
        yield from _sums(site, node)
    if not isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.Return):
        return
    subscripts = [found for found in ast.walk(node) if isinstance(found, ast.Subscript)]
    for index in dict.fromkeys(site.of(found.slice) for found in subscripts):
        same = [found for found in subscripts if site.of(found.slice) == index]
        if len(same) > 1 and not any(_holds(one, two) for one in same for two in same if one is not two):
            yield _all(site, [(found, site.of(found.value)) for found in same])
    names = [found for found in ast.walk(node) if isinstance(found, ast.Name)]
    for name in dict.fromkeys(found.id for found in names):
        same_name = [found for found in names if found.id == name]
        for other in site.names:
            if len(same_name) > 1 and other != name and site.types.get(other) == site.types.get(name, "?"):
                yield _all(site, [(found, other) for found in same_name])


def _sums(site: Site, node: ast.BinOp) -> Iterator[Replacement]:
    home = site.source.function(node) or site.source.tree
    same = [each for each in ast.walk(home) if isinstance(each, ast.BinOp) and ast.dump(each) == ast.dump(node)]
    plain = isinstance(node.op, ast.Add | ast.Sub) and isinstance(node.left, ast.Name | ast.Attribute)
    if not plain or len(same) < 2 or not isinstance(node.right, ast.Constant) or type(node.right.value) is not int:
        return
    left, sign, number = site.of(node.left), "+" if isinstance(node.op, ast.Add) else "-", node.right.value
    other = "-" if sign == "+" else "+"
    for new in (left, f"{left} {other} {number}", f"{left} {sign} {number + 1}", f"{left} {sign} {number - 1}"):
        yield _all(site, [(each, new) for each in same])


def _holds(one: ast.AST, two: ast.AST) -> bool:
    return any(inside is two for inside in ast.walk(one))


def _all(site: Site, changes: Iterable[tuple[ast.expr, str]]) -> Replacement:
    spans = [(site.source.span(node), text) for node, text in changes]
    edits = sorted((Edit("", span.start, span.end, text) for span, text in spans), key=lambda edit: edit.start)
    return Replacement(tuple(edits))
