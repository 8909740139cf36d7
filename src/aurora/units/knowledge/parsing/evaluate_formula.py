"""The value of a formula of numbers with + - * / ** // % and brackets.

Walks the syntax tree; nothing else than arithmetic is carried out.
"""

import ast
import operator

from aurora.contracts.component import Example, component


@component(
    words="evaluate calculate arithmetic expression formula calculator text",
    examples=[Example(("1 + 2 * 3",), 7), Example(("-(2 + 3) * 2",), -10), Example(("10 / 4",), 2.5)],
    holds=lambda _formula, ret: isinstance(ret, int | float),
)
def evaluate_formula(formula: str) -> float:
    """The value of a formula of numbers; raises `ValueError` when it is none and `ZeroDivisionError`."""
    operations = {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.FloorDiv: operator.floordiv,
        ast.Mod: operator.mod,
        ast.Pow: operator.pow,
    }

    def value(node: ast.expr) -> float:
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -value(node.operand)
        if isinstance(node, ast.BinOp) and type(node.op) in operations:
            left, right = value(node.left), value(node.right)
            if isinstance(node.op, ast.Pow) and abs(right) > 1000:
                raise ValueError("the exponent is too large")
            result: float = operations[type(node.op)](left, right)
            return result
        raise ValueError("the formula is not arithmetic")

    try:
        return value(ast.parse(formula.strip(), mode="eval").body)
    except SyntaxError as error:
        raise ValueError("the formula is not complete") from error
