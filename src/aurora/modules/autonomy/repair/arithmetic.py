"""Another arithmetic or bit operator: `-` for `+`, `//` for `/`, `|` for `^`, `+=` for `-=`."""

import ast
from collections.abc import Iterator
from contextlib import suppress

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.pycode.edit import apply
from aurora.pycode.expressions import replace_expression
from aurora.pycode.parse import parse

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
        Example(Sight("«a - b»"), ["a + b", "a // b", "a * b", "a % b", "b - a"]),
        Example(Sight("«a + b»", types={"a": "str"}), ["a - b", "a * b", "a // b", "a % b", "b + a"]),
        Example(Sight("«(a - b) ** c»"), ["(a - b) * c", "c ** (a - b)"]),
        Example(
            Sight("«(a > b) - (a < b)»"),
            ["(a > b) + (a < b)", "(a > b) // (a < b)", "(a > b) * (a < b)", "(a > b) % (a < b)", "(a < b) - (a > b)"],
        ),
        Example(Sight("«a ** -b»"), ["a * -b", "(-b) ** a"]),
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
    elif _ordered(site, node) and "\n" not in site.text:
        with suppress(ValueError):
            yield site.splice(site.source.span(node).start, site.source.span(node).end, _turned(site, node), 0.5)


def _ordered(site: Site, node: ast.BinOp) -> bool:
    """Whether it matters which operand comes first."""
    if isinstance(node.op, ast.Add):
        sides = [part.value if isinstance(part, ast.Subscript) else part for part in (node.left, node.right)]
        named = {site.types.get(side.id, "") for side in sides if isinstance(side, ast.Name)}
        return bool(named & {"str", "list", "tuple"})
    return isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Mod | ast.Pow)


def _turned(site: Site, node: ast.BinOp) -> str:
    """The operands exchanged, in brackets where they need them now."""
    left, right = site.of(node.left), site.of(node.right)
    plan = parse(f"x {_TEXT[type(node.op)]} y")
    whole = next(plan.nodes(ast.BinOp))
    edits = [replace_expression(plan, whole.left, right)]
    if isinstance(node.op, ast.Add) and isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Add):
        last = plan.span(whole.right)
        edits.append(Edit("", last.start, last.end, left))  # a sum has no order
    else:
        edits.append(replace_expression(plan, whole.right, left))
    return apply(plan.text, edits)
