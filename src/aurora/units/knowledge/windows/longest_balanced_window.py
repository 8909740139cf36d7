"""Length of the longest contiguous part with as many ones as zeros."""

from aurora.contracts.component import Bit, Example, component


@component(
    words="longest subarray equal number of zeros and ones binary balanced",
    examples=[Example(([0, 1, 0, 1, 1],), 4), Example(([1, 1],), 0), Example(([],), 0)],
    holds=lambda bits, ret: ret % 2 == 0 and ret <= 2 * min(bits.count(0), bits.count(1)),
)
def longest_balanced_window(bits: list[Bit]) -> int:
    """Length of the longest contiguous part with as many ones as zeros."""
    first = {0: 0}
    balance = longest = 0
    for stop, bit in enumerate(bits, start=1):
        balance += 1 if bit else -1
        first.setdefault(balance, stop)
        longest = max(longest, stop - first[balance])
    return longest
