"""The least decimal digit of an integer."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="lowest minimum digit in number",
    examples=[Example((3917,), 1), Example((-42,), 2), Example((0,), 0)],
    holds=lambda number, ret: str(ret) in str(number) and 0 <= ret <= 9,
)
def smallest_digit(number: int) -> Nat:
    """The least decimal digit of an integer."""
    return int(min(str(abs(number))))
