"""Another name from here to the end of the block: after a loop its result was meant, not its variable."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit


@operator(
    examples=[
        Example(
            Sight(
                "«a.remove(i)»\nb.append(i)\n",
                names=("a", "b", "i", "best"),
                types={"i": "int", "best": "int"},
                statement=True,
            ),
            ["a.remove(best)\nb.append(best)\n"],
        ),
        Example(Sight("«a.remove(i)»\n", names=("i", "j"), types={"i": "int", "j": "int"}, statement=True), []),
        Example(Sight("«i = 1»\nf(i)\n", names=("i", "j"), types={"i": "int", "j": "str"}), []),
    ],
    prior=0.1,
    tier=2,
)
def onwards(site: Site) -> Iterator[Replacement]:
    """Every reading of a name in this statement and those behind it, for each other name of its type."""
    node, parent = site.node, site.parent
    if not isinstance(node, ast.stmt) or parent is None or isinstance(node, ast.FunctionDef | ast.ClassDef):
        return
    blocks = [getattr(parent, field, None) for field in ("body", "orelse", "finalbody")]
    block = next((each for each in blocks if isinstance(each, list) and node in each), None)
    if block is None:
        return
    rest = block[block.index(node) :]
    read = [each for part in rest for each in ast.walk(part) if isinstance(each, ast.Name)]
    for name in dict.fromkeys(each.id for each in ast.walk(node) if isinstance(each, ast.Name) and _loaded(each)):
        same = [each for each in read if each.id == name]
        outside = any(not _inside(each, node) for each in same)
        if outside and all(_loaded(each) for each in same):
            for other in site.names:
                if other != name and site.types.get(other) == site.types.get(name, "?"):
                    yield Replacement(tuple(_edits(site, same, other)))


def _loaded(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Load)


def _inside(name: ast.Name, node: ast.stmt) -> bool:
    return node.lineno <= name.lineno <= (node.end_lineno or node.lineno)


def _edits(site: Site, names: list[ast.Name], new: str) -> Iterator[Edit]:
    for span in sorted(site.source.span(each) for each in names):
        yield Edit("", span.start, span.end, new)
