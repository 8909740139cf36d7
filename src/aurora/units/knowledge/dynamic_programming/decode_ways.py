"""In how many ways digits can be read as letters, where A is 1, ..., Z is 26."""

from aurora.contracts.component import Digits, Example, component


@component(
    words="decode ways digits letters message count decodings alphabet",
    examples=[Example(("226",), 3), Example(("06",), 0), Example(("10",), 1)],
    holds=lambda digits, ret: (not digits.startswith("0")) or ret == 0,
)
def decode_ways(digits: Digits) -> int:
    """In how many ways digits can be read as letters, where A is 1, ..., Z is 26."""
    if not digits.isdigit():
        raise ValueError("digits are needed")
    before, ways = 0, 1
    for index, digit in enumerate(digits):
        pair = digits[max(0, index - 1) : index + 1]
        before, ways = ways, (ways if digit != "0" else 0) + (before if "10" <= pair <= "26" else 0)
    return ways
