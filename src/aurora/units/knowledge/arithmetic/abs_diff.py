"""How far two numbers are apart."""

from aurora.contracts.component import Example, N, component


@component(
    words="absolute difference distance between two numbers gap",
    examples=[Example((3, 7), 4), Example((7, 3), 4), Example((2, 2), 0)],
    holds=lambda a, b, ret: ret >= 0 and (ret == a - b or ret == b - a),
)
def abs_diff(a: N, b: N) -> N:
    """How far two numbers are apart."""
    return abs(a - b)
