"""The remainder of a division rounded towards 0: it has the sign of the number that is divided."""

from aurora.contracts.component import Example, component


@component(
    words="remainder modulo like c sign of dividend",
    examples=[Example((7, 3), 1), Example((-7, 3), -1), Example((7, -3), 1)],
    holds=lambda a, b, ret: abs(ret) < abs(b) and (a - ret) % b == 0 and ret * a >= 0,
)
def truncated_remainder(a: int, b: int) -> int:
    """The remainder of a division rounded towards 0: it has the sign of the number that is divided.

    Raises ZeroDivisionError for a divisor 0.
    """
    return abs(a) % abs(b) * (-1 if a < 0 else 1)
