"""Length of the longest subsequence that a text has twice, without the same place serving the same letter of both."""

from aurora.contracts.component import Example, component


@component(
    words="longest repeating repeated subsequence length twice",
    examples=[Example(("AABEBCDD",), 3), Example(("abc",), 0), Example(("aabb",), 2)],
    holds=lambda text, ret: (ret > 0) == (len(set(text)) < len(text)) and ret <= len(text),
)
def longest_repeating_subsequence(text: str) -> int:
    """Length of the longest subsequence that a text has twice, without the same place serving the same letter of
    both.
    """
    above = [0] * (len(text) + 1)
    for row_number, left in enumerate(text, start=1):
        row = [0]
        for column, right in enumerate(text, start=1):
            same = left == right and row_number != column
            row.append(above[column - 1] + 1 if same else max(above[column], row[-1]))
        above = row
    return above[-1]
