"""A longest common subsequence of two texts.

Wagner and Fischer 1974: the table of lengths of suffixes, then a walk through it from the start.
"""

from aurora.contracts.component import Example, component


@component(
    words="lcs longest common subsequence letters two strings order kept",
    examples=[Example(("ABCDGH", "AEDFHR"), "ADH"), Example(("abc", ""), ""), Example(("AGGTAB", "GXTXAYB"), "GTAB")],
    holds=lambda first, second, ret: all(letter in first and letter in second for letter in ret),
)
def lcs(first: str, second: str) -> str:
    """A longest common subsequence of two texts."""
    lengths = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        for j in range(len(second) - 1, -1, -1):
            same = first[i] == second[j]
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if same else max(lengths[i + 1][j], lengths[i][j + 1])
    found = ""
    i = j = 0
    while i < len(first) and j < len(second):
        if first[i] == second[j]:
            found += first[i]
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
