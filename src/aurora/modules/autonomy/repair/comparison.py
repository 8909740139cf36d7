"""Another comparison: `<` for `<=`, `==` for `!=`, `in` for `not in`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_TEXT: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip
_OTHERS = {
    "<": ("<=", ">", ">=", "==", "!="),
    "<=": ("<", ">=", ">", "==", "!="),
    ">": (">=", "<", "<=", "==", "!="),
    ">=": (">", "<=", "<", "==", "!="),
    "==": ("!=", "<=", ">=", "<", ">", "in"),
    "!=": ("==", "<", ">", "<=", ">=", "not in"),
    "in": ("not in", "=="),
    "not in": ("in", "!="),
    "is": ("==", "is not"),
    "is not": ("!=", "is"),
}


@operator(
    examples=[
        Example(Sight("«a not in b»"), ["a in b", "a != b"]),
        Example(Sight("x = «a is b»"), ["x = a == b", "x = a is not b"]),
        Example(Sight("«a + b»"), []),
    ],
    prior=0.5,
)
def comparison(site: Site) -> Iterator[Replacement]:
    """Each other operator at each place of a comparison."""
    node = site.node
    if not isinstance(node, ast.Compare):
        return
    sides = [node.left, *node.comparators]
    for index, old in enumerate(node.ops):
        start, end = site.source.span(sides[index]).end, site.source.span(sides[index + 1]).start
        gap = site.source.text[start:end]
        text = _TEXT[type(old)]
        if gap.count(text) != 1:
            continue
        at = start + gap.index(text)
        for rank, new in enumerate(_OTHERS[text]):
            yield site.splice(at, at + len(text), new, 0.3 * rank)
