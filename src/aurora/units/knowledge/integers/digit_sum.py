"""The sum of the decimal digits of an integer, whatever its sign."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="add up digits cross sum total of digits",
    examples=[Example((1234,), 10), Example((-56,), 11), Example((0,), 0)],
    holds=lambda number, ret: (abs(number) - ret) % 9 == 0 and ret <= 9 * len(str(number)),
)
def digit_sum(number: int) -> Nat:
    """The sum of the decimal digits of an integer, whatever its sign."""
    return sum(int(digit) for digit in str(abs(number)))
