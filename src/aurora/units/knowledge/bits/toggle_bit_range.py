"""The number with the bits from one place to another changed, both included; places start at 1 with the lowest."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="toggle flip bits in range from l to r positions",
    examples=[Example((17, 2, 3), 23), Example((7, 1, 3), 0), Example((0, 1, 1), 1)],
    holds=lambda number, first, last, ret: (number ^ ret).bit_count() == last - first + 1,
)
def toggle_bit_range(number: Nat, first: Positive, last: Positive) -> int:
    """The number with the bits from one place to another changed, both included; places start at 1 with the lowest."""
    if not 1 <= first <= last:
        raise ValueError("places start at 1 and ascend")
    return number ^ (1 << last) - (1 << first - 1)
