"""A statement moved: past its neighbour, out of its block, or into the one before."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.statements import block_of, delete_statement, indent_of, insert_statement, reindent


@operator(
    examples=[
        Example(Sight("«a = 1»\nb = 2\n"), ["b = 2\na = 1\n"]),
        Example(Sight("if x:\n    a = 1\n    «b = 2»\n"), ["if x:\n    a = 1\nb = 2\n"]),
        Example(Sight("if x:\n    a = 1\n«b = 2»\n"), ["if x:\n    a = 1\n    b = 2\n"]),
        Example(Sight("«a = 1»\n"), []),
    ],
    prior=0.12,
    tier=2,
)
def move(site: Site) -> Iterator[Replacement]:
    """After the next statement; dedented; indented into the block before it."""
    node = site.node
    if not isinstance(node, ast.stmt) or isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
        return
    try:
        block = block_of(site.source, node)
        at = next(index for index, item in enumerate(block) if item is node)
        if at + 1 < len(block):
            yield _moved(site, node, block[at + 1], 0.5)
        parent = site.source.parents[node]
        if isinstance(parent, ast.If | ast.For | ast.While | ast.With) and len(block) > 1 and at == len(block) - 1:
            yield _moved(site, node, parent, 0.0)
        if at and isinstance(block[at - 1], ast.For | ast.While | ast.If):
            last = _last(block[at - 1])
            yield _moved(site, node, last, 0.3)
    except (ValueError, StopIteration):
        return


def _last(statement: ast.stmt) -> ast.stmt:
    body: list[ast.stmt] = getattr(statement, "orelse", []) or getattr(statement, "body", [])
    return body[-1]


def _moved(site: Site, node: ast.stmt, anchor: ast.stmt, cost: float) -> Replacement:
    removed = delete_statement(site.source, node)
    code = reindent(_text(site, node), "")
    added = insert_statement(site.source, anchor, code, "after")
    if removed.start < added.start < removed.end:
        return site.splice(removed.start, removed.end, added.text.lstrip("\r\n") + "\n", cost)
    return Replacement((removed, added), cost)


def _text(site: Site, node: ast.stmt) -> str:
    return indent_of(site.source, node) + site.of(node)
