"""Length of the longest common subsequence of two sequences.

Wagner and Fischer 1974, one row at a time.
"""

from aurora.contracts.component import Example, component


@component(
    words="lcs longest common subsequence length two strings lists order kept",
    examples=[Example(("ABCBDAB", "BDCABA"), 4), Example(("abc", ""), 0), Example(("abc", "xyz"), 0)],
    holds=lambda first, second, ret: (
        0 <= ret <= min(len(first), len(second)) and (ret > 0) == bool(set(first) & set(second))
    ),
)
def lcs_length(first: str, second: str) -> int:
    """Length of the longest common subsequence of two sequences."""
    above = [0] * (len(second) + 1)
    for left in first:
        row = [0]
        for column, right in enumerate(second, start=1):
            row.append(above[column - 1] + 1 if left == right else max(above[column], row[-1]))
        above = row
    return above[-1]
