"""The conversion that a TypeError asks for: `'a' + str(n)`, `int(text) + 1`, `', '.join(map(str, numbers))`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_STR_NEEDED = Raised("TypeError", 'can only concatenate str (not "int") to str')
_JOIN = Raised("TypeError", "sequence item 0: expected str instance, int found")
_MIXED = Raised("TypeError", "unsupported operand type(s) for +: 'int' and 'str'")
_LITERALS = (ast.Constant, ast.JoinedStr, ast.List, ast.Tuple, ast.Dict)


@operator(
    examples=[
        Example(Sight("y = «'a' + b.n»", raised=_STR_NEEDED), ["y = 'a' + str(b.n)"]),
        Example(Sight("y = «'a' + n + b»", raised=_STR_NEEDED), ["y = 'a' + str(n) + b", "y = 'a' + n + str(b)"]),
        Example(Sight("y = «total + text»", raised=_MIXED),
                ["y = total + int(text)", "y = int(total) + text", "y = str(total) + text", "y = total + str(text)"]),
        Example(Sight("y = «', '.join(xs)»", raised=_JOIN), ["y = ', '.join(map(str, xs))"]),
        Example(Sight("y = «a + b»"), []),
    ],
    prior=1.0,
)  # fmt: skip
def convert(site: Site) -> Iterator[Replacement]:
    """Operands of the expression that raised, converted to what the message says is missing."""
    node, raised = site.node, site.raised
    if raised is None or raised.type != "TypeError":
        return
    if isinstance(node, ast.Call) and "expected str instance" in raised.message and len(node.args) == 1:
        yield from site.swap(node.args[0], f"map(str, {site.of(node.args[0])})")
    if not isinstance(node, ast.BinOp | ast.Compare) or isinstance(site.parent, ast.BinOp):
        return
    for rank, kind in enumerate(_kinds(raised.message)):
        operands = list(_operands(node))
        for place, operand in enumerate(operands if kind == "str" else reversed(operands)):
            yield from site.swap(operand, f"{kind}({site.of(operand)})", 0.3 * rank + 0.1 * place)


def _kinds(message: str) -> tuple[str, ...]:
    """The types that would fit, likeliest first."""
    if "concatenate str" in message or "must be str" in message:
        return ("str",)
    if "'str'" in message and ("unsupported operand" in message or "not supported between" in message):
        return ("int", "str") if "'int'" in message else ("float", "str")
    return ()


def _operands(node: ast.expr) -> Iterator[ast.expr]:
    """The operands of a chain, left to right, without literals."""
    if isinstance(node, ast.BinOp):
        yield from _operands(node.left)
        yield from _operands(node.right)
    elif isinstance(node, ast.Compare):
        for side in (node.left, *node.comparators):
            yield from _operands(side)
    elif not isinstance(node, _LITERALS):
        yield node
