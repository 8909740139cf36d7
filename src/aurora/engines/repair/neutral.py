"""Operations that leave a value as it is, such as `x + 0`: of patches that do the same the one without them is read."""

import ast
from collections.abc import Mapping
from functools import lru_cache

from aurora.engines.repair.propose import parsed
from aurora.pycode.parse import Source

_RIGHT: Mapping[type[ast.operator], int] = {
    ast.Add: 0,
    ast.Sub: 0,
    ast.LShift: 0,
    ast.RShift: 0,
    ast.BitOr: 0,
    ast.BitXor: 0,
    ast.Mult: 1,
    ast.FloorDiv: 1,
    ast.Pow: 1,
}  # and what is neutral to the right of them
_LEFT: Mapping[type[ast.operator], int] = {ast.Add: 0, ast.BitOr: 0, ast.BitXor: 0, ast.Mult: 1}


def count_neutral(texts: Mapping[str, str]) -> int:
    """How many operations of these modules (path to text) have a neutral operand, a constant 0 or 1 as it may be."""
    return sum(_count(text) for text in texts.values())


@lru_cache(maxsize=256)
def _count(text: str) -> int:
    return sum(_in(source) for _, source in parsed({"": text}))


def _in(source: Source) -> int:
    binary = sum(_is(node.right, _RIGHT, node.op) or _is(node.left, _LEFT, node.op) for node in source.nodes(ast.BinOp))
    augmented = sum(_is(node.value, _RIGHT, node.op) for node in source.nodes(ast.AugAssign))
    return binary + augmented


def _is(operand: ast.expr, neutral: Mapping[type[ast.operator], int], operator: ast.operator) -> bool:
    value = operand.value if isinstance(operand, ast.Constant) else None
    return type(value) is int and value == neutral.get(type(operator))
