"""Another arithmetic or bit operator: `-` for `+`, `//` for `/`, `|` for `^`, `+=` for `-=`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_TEXT: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>", ast.MatMult: "@",
}  # fmt: skip
_OTHERS = {
    "+": ("-", "*", "//", "%"),
    "-": ("+", "//", "*", "%"),
    "*": ("+", "//", "**", "-", "/"),
    "/": ("//", "*", "%"),
    "//": ("/", "%", "*", ">>"),
    "%": ("//", "*", "-", "+"),
    "**": ("*",),
    "&": ("|", "^"),
    "|": ("&", "^"),
    "^": ("|", "&", "**"),
    "<<": (">>",),
    ">>": ("<<", "//"),
}


@operator(
    examples=[
        Example(Sight("«a | b»"), ["a & b", "a ^ b"]),
        Example(Sight("«x <<= 1»"), ["x >>= 1", "x = 1"]),
        Example(Sight("«a < b»"), []),
    ],
    prior=0.4,
)
def arithmetic(site: Site) -> Iterator[Replacement]:
    """Each likely operator in the place of a binary or an augmented one."""
    node = site.node
    if isinstance(node, ast.BinOp):
        left, right = node.left, node.right
    elif isinstance(node, ast.AugAssign):
        left, right = node.target, node.value
    else:
        return
    text = _TEXT[type(node.op)]
    start, end = site.source.span(left).end, site.source.span(right).start
    gap = site.source.text[start:end]
    if gap.count(text) != 1:
        return
    at = start + gap.index(text)
    for rank, new in enumerate(_OTHERS.get(text, ())):
        yield site.splice(at, at + len(text), new, 0.8 + 0.3 * rank if rank else 0.0)
    if isinstance(node, ast.AugAssign):
        yield site.splice(at, at + len(text), "", 1.5)
