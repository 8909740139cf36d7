"""Whether two numbers are both positive, both negative or both 0."""

from aurora.contracts.component import Example, component


@component(
    words="same sign opposite signs positive negative",
    examples=[Example((3, 5), True), Example((-1, 2), False), Example((0, 0), True)],
    holds=lambda a, b, ret: ret == ((a > 0) == (b > 0) and (a < 0) == (b < 0)),
)
def same_sign(a: float, b: float) -> bool:
    """Whether two numbers are both positive, both negative or both 0."""
    return a * b > 0 or a == b == 0
