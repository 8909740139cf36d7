"""The bits that all numbers from one to another have in common, both included."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="bitwise and range all numbers from to common prefix",
    examples=[Example((5, 7), 4), Example((0, 1), 0), Example((6, 6), 6)],
    holds=lambda first, last, ret: ret == ret & first & last,
)
def and_range(first: Nat, last: Nat) -> int:
    """The bits that all numbers from one to another have in common, both included."""
    if not 0 <= first <= last:
        raise ValueError("the range must ascend and not be negative")
    shift = (first ^ last).bit_length()
    return last >> shift << shift
