"""Whether an integer is divisible by another without remainder; nothing is divisible by 0."""

from aurora.contracts.component import Example, component


@component(
    words="divides evenly multiple of factor remainder zero",
    examples=[Example((12, 4), True), Example((12, 5), False), Example((0, 3), True), Example((3, 0), False)],
    holds=lambda a, b, ret: not ret or a == b * (a // b),
)
def is_divisible(a: int, b: int) -> bool:
    """Whether an integer is divisible by another without remainder; nothing is divisible by 0."""
    return b != 0 and a % b == 0
