"""Lowest cost of insertions, deletions and replacements, each with its own cost, that turn one text into the other.

Wagner and Fischer 1974.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="levenshtein weighted edit distance costs insert delete replace",
    examples=[
        Example(("kitten", "sitting", 1, 1, 1), 3),
        Example(("ab", "ba", 1, 1, 2), 2),
        Example(("", "abc", 2, 1, 1), 6),
    ],
    holds=lambda first, second, insert, delete, _replace, ret: ret <= len(first) * delete + len(second) * insert,
)
def levenshtein(first: str, second: str, insert: Nat, delete: Nat, replace: Nat) -> int:
    """Lowest cost of insertions, deletions and replacements, each with its own cost, that turn one text into the
    other.
    """
    above = [place * insert for place in range(len(second) + 1)]
    for left in first:
        row = [above[0] + delete]
        for place, right in enumerate(second):
            change = above[place] + (0 if left == right else replace)
            row.append(min(change, above[place + 1] + delete, row[-1] + insert))
        above = row
    return above[-1]
