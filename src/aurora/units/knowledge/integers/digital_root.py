"""The one digit that is left when the digits of an integer are summed again and again."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="repeated digit sum until single digit casting out nines",
    examples=[Example((9875,), 2), Example((18,), 9), Example((0,), 0)],
    holds=lambda number, ret: 0 <= ret <= 9 and (ret - abs(number)) % 9 == 0 and (ret == 0) == (number == 0),
)
def digital_root(number: int) -> Nat:
    """The one digit that is left when the digits of an integer are summed again and again."""
    return 1 + (abs(number) - 1) % 9 if number else 0
