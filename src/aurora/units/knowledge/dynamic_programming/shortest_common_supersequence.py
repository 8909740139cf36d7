"""Length of the shortest text that has both texts as subsequences."""

from aurora.contracts.component import Example, component


@component(
    words="shortest common supersequence length two strings",
    examples=[Example(("AGGTAB", "GXTXAYB"), 9), Example(("abc", ""), 3), Example(("ab", "ab"), 2)],
    holds=lambda first, second, ret: max(len(first), len(second)) <= ret <= len(first) + len(second),
)
def shortest_common_supersequence(first: str, second: str) -> int:
    """Length of the shortest text that has both texts as subsequences."""
    above = list(range(len(second) + 1))
    for row_number, left in enumerate(first, start=1):
        row = [row_number]
        for column, right in enumerate(second, start=1):
            row.append((above[column - 1] if left == right else min(above[column], row[-1])) + 1)
        above = row
    return above[-1]
