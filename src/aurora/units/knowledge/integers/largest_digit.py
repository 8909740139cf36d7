"""The greatest decimal digit of an integer."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="biggest maximum highest digit in number",
    examples=[Example((3917,), 9), Example((-42,), 4), Example((0,), 0)],
    holds=lambda number, ret: str(ret) in str(number) and 0 <= ret <= 9,
)
def largest_digit(number: int) -> Nat:
    """The greatest decimal digit of an integer."""
    return int(max(str(abs(number))))
