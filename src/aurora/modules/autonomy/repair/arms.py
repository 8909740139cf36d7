"""The arms of an `if` in the wrong order: the second condition and what it does before the first."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.pycode.spans import Span


@operator(
    examples=[
        Example(
            Sight("«if n > 1:\n    a()\nelif n > 2:\n    b()\nelse:\n    c()»\n"),
            ["if n > 2:\n    b()\nelif n > 1:\n    a()\nelse:\n    c()\n"],
        ),
        Example(Sight("«if n > 1:\n    a()\nelse:\n    b()»\n"), ["if n > 1:\n    b()\nelse:\n    a()\n"]),
        Example(
            Sight("«if n > 1:\n    return 1»\nif n > 2:\n    return 2\n"),
            ["if n > 2:\n    return 2\nif n > 1:\n    return 1\n"],
        ),
        Example(Sight("«if n > 1:\n    a()»\n"), []),
    ],
    prior=0.15,
    tier=2,
)
def arms(site: Site) -> Iterator[Replacement]:
    """Exchanged with the next arm, or the next `if` where both leave; the blocks alone where there is an `else`."""
    node = site.node
    if not isinstance(node, ast.If):
        return
    other = node.orelse[0] if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) else _following(site, node)
    if isinstance(other, ast.If):
        pairs = [
            (_span(site, [node.test]), _span(site, [other.test])),
            (_span(site, node.body), _span(site, other.body)),
        ]
    elif node.orelse:
        pairs = [(_span(site, node.body), _span(site, node.orelse))]
    else:
        return
    text = site.source.text
    edits = [
        Edit("", here.start, here.end, text[there.start : there.end])
        for one, two in pairs
        for here, there in ((one, two), (two, one))
    ]
    yield Replacement(tuple(sorted(edits, key=lambda edit: edit.start)))


def _following(site: Site, node: ast.If) -> ast.stmt | None:
    """The next statement, where this one leaves and so does that."""
    for block in (getattr(site.parent, name, []) for name in ("body", "orelse")):
        if isinstance(block, list) and node in block[:-1] and not node.orelse:
            other = block[block.index(node) + 1]
            if isinstance(other, ast.If) and isinstance(node.body[-1], ast.Return) and not other.orelse:
                return other
    return None


def _span(site: Site, nodes: list[ast.expr] | list[ast.stmt]) -> Span:
    return Span(site.source.span(nodes[0]).start, site.source.span(nodes[-1]).end)
