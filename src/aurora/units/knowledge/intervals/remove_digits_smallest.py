"""The smallest number that is left when `count` of its digits are removed; "0" when none is.

A stack that never falls while digits may still be removed.
"""

from aurora.contracts.component import Digits, Example, Nat, component


@component(
    words="remove k digits smallest number possible greedy monotonic",
    examples=[Example(("1432219", 3), "1219"), Example(("10200", 1), "200"), Example(("10", 2), "0")],
    holds=lambda digits, count, ret: int(ret) <= int(digits[count:] or "0") and len(ret) <= max(1, len(digits) - count),
)
def remove_digits_smallest(digits: Digits, count: Nat) -> str:
    """The smallest number that is left when `count` of its digits are removed; "0" when none is."""
    if not 0 <= count <= len(digits):
        raise ValueError("so many digits cannot be removed")
    kept: list[str] = []
    left = count
    for digit in digits:
        while left and kept and kept[-1] > digit:
            kept.pop()
            left -= 1
        kept.append(digit)
    return "".join(kept[: len(digits) - count]).lstrip("0") or "0"
