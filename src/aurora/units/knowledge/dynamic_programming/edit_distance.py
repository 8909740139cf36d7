"""Fewest insertions, deletions and replacements of one character that turn one text into the other.

Levenshtein 1966; Wagner and Fischer 1974, one row at a time.
"""

from aurora.contracts.component import Example, component


@component(
    words="levenshtein edit distance insert delete replace substitute operations convert strings",
    examples=[Example(("kitten", "sitting"), 3), Example(("", "abc"), 3), Example(("same", "same"), 0)],
    holds=lambda first, second, ret: abs(len(first) - len(second)) <= ret <= max(len(first), len(second)),
)
def edit_distance(first: str, second: str) -> int:
    """Fewest insertions, deletions and replacements of one character that turn one text into the other."""
    above = list(range(len(second) + 1))
    for row_number, left in enumerate(first, start=1):
        row = [row_number]
        for column, right in enumerate(second, start=1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (left != right)))
        above = row
    return above[-1]
