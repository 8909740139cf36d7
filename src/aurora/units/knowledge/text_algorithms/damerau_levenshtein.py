"""Fewest insertions, deletions, replacements and swaps of neighbours, no place changed twice.

Optimal string alignment, Damerau 1964.
"""

from aurora.contracts.component import Example, component


@component(
    words="damerau levenshtein edit distance transpositions swap adjacent typo",
    examples=[Example(("ab", "ba"), 1), Example(("kitten", "sitting"), 3), Example(("", "a"), 1)],
    holds=lambda first, second, ret: abs(len(first) - len(second)) <= ret <= max(len(first), len(second)),
)
def damerau_levenshtein(first: str, second: str) -> int:
    """Fewest insertions, deletions, replacements and swaps of neighbours, no place changed twice."""
    before: list[int] = []
    above = list(range(len(second) + 1))
    for i, left in enumerate(first):
        row = [i + 1]
        for j, right in enumerate(second):
            cost = min(above[j] + (left != right), above[j + 1] + 1, row[-1] + 1)
            if i and j and left == second[j - 1] and right == first[i - 1]:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
