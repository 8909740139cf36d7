"""Length of the longest run of ones when at most `flips` zeros may be made ones."""

from aurora.contracts.component import Bit, Example, Nat, component


@component(
    words="longest consecutive ones flip at most k zeros window maximum",
    examples=[Example(([1, 0, 1, 1, 0, 1], 1), 4), Example(([0, 0], 0), 0), Example(([1, 1], 0), 2)],
    holds=lambda bits, flips, ret: min(len(bits), flips) <= ret <= min(len(bits), bits.count(1) + flips),
)
def longest_ones_with_flips(bits: list[Bit], flips: Nat) -> int:
    """Length of the longest run of ones when at most `flips` zeros may be made ones."""
    start = zeros = longest = 0
    for stop, bit in enumerate(bits, start=1):
        zeros += bit == 0
        while zeros > flips:
            zeros -= bits[start] == 0
            start += 1
        longest = max(longest, stop - start)
    return longest
