"""Number of one bits of all numbers from 1 to n together.

Place by place: a bit is one in half of each full period.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="total set bits from 1 to n sum count all numbers",
    examples=[Example((3,), 4), Example((0,), 0), Example((7,), 12)],
    holds=lambda last, ret: ret >= last,
)
def total_bits_upto(last: Nat) -> int:
    """Number of one bits of all numbers from 1 to n together."""
    if last < 0:
        raise ValueError("the number must not be negative")
    total = 0
    for place in range(last.bit_length()):
        periods, rest = divmod(last + 1, 2 << place)
        total += (periods << place) + max(0, rest - (1 << place))
    return total
