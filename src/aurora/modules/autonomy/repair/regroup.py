"""Operations that were meant to go together otherwise: `(f - 32) * 5` for `f - 32 * 5`, and back."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_SIZED = {"list", "str", "tuple", "deque"}
_HIGH = (ast.Mult, ast.Div, ast.FloorDiv, ast.Mod)
_LOW = (ast.Add, ast.Sub)


@operator(
    examples=[
        Example(Sight("y = «f - 32 * 5 / 9»"), ["y = (f - 32) * 5 / 9"]),
        Example(Sight("y = «(a + b) * c»"), ["y = a + b * c"]),
        Example(Sight("y = «a + b % c + d»"), ["y = (a + b) % c + d"]),
        Example(Sight("y = «a + b // 2»"), ["y = (a + b) // 2"]),
        Example(
            Sight("i = «i + k»\n", names=("i", "k", "xs"), types={"i": "int", "k": "int", "xs": "list"}),
            ["i = (i + k) % len(xs)\n"],
        ),
        Example(Sight("y = «a + b»"), []),
        Example(Sight("y = «a * b * c»"), []),
    ],
    prior=0.1,
    tier=2,
)
def regroup(site: Site) -> Iterator[Replacement]:
    """The sum first where it was the product, the product where it was the sum; a sum that stays within a sequence."""
    node = site.node
    if not isinstance(node, ast.BinOp):
        return
    text, start, end = site.source.text, site.source.span(node).start, site.source.span(node).end
    for low in _low(node):
        chain = low.right
        while isinstance(chain, ast.BinOp) and isinstance(chain.op, _HIGH) and not _bracketed(site, chain):
            chain = chain.left
        if chain is not low.right and not _bracketed(site, low):
            first, last = site.source.span(low).start, site.source.span(chain).end
            yield site.splice(start, end, f"{text[start:first]}({text[first:last]}){text[last:end]}")
    if isinstance(node.op, _HIGH) and isinstance(node.left, ast.BinOp) and isinstance(node.left.op, _LOW):
        yield from site.put(f"{site.of(node.left)}{text[_behind(site, node.left) : end]}")
    if isinstance(node.op, _LOW) and isinstance(site.parent, ast.Assign | ast.Subscript):
        for name in (name for name in site.names if site.types.get(name) in _SIZED):
            yield from site.put(f"({site.text}) % len({name})", 0.5)


def _low(node: ast.BinOp) -> Iterator[ast.BinOp]:
    """The sums from a node down its left side."""
    current: ast.expr = node
    while isinstance(current, ast.BinOp):
        if isinstance(current.op, _LOW):
            yield current
        current = current.left


def _bracketed(site: Site, node: ast.expr) -> bool:
    span, text = site.source.span(node), site.source.text
    return text[: span.start].rstrip().endswith("(") and text[span.end :].lstrip().startswith(")")


def _behind(site: Site, node: ast.expr) -> int:
    """The place behind the bracket that closes around a node."""
    end = site.source.span(node).end
    return site.source.text.index(")", end) + 1 if _bracketed(site, node) else end
