"""Length of the longest run of zero bits between two one bits of a number."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="binary gap longest zeros between ones maximum",
    examples=[Example((9,), 2), Example((20,), 1), Example((15,), 0)],
    holds=lambda number, ret: ret == 0 or "1" + "0" * ret + "1" in f"{number:b}",
)
def longest_binary_gap(number: Nat) -> int:
    """Length of the longest run of zero bits between two one bits of a number."""
    return max(map(len, f"{number:b}".strip("0").split("1")))
