"""The longest piece that two texts have in common, the first one in the first text.

One row at a time of the lengths of common endings.
"""

from aurora.contracts.component import Example, component


@component(
    words="longest common substring contiguous shared piece two strings",
    examples=[Example(("abcdef", "zcdemf"), "cde"), Example(("abc", "xyz"), ""), Example(("ab", "ab"), "ab")],
    holds=lambda first, second, ret: ret in first and ret in second and bool(ret) == bool(set(first) & set(second)),
)
def lcs_string(first: str, second: str) -> str:
    """The longest piece that two texts have in common, the first one in the first text."""
    above = [0] * (len(second) + 1)
    best = ""
    for stop, letter in enumerate(first, start=1):
        row = [0]
        for place, other in enumerate(second):
            row.append(above[place] + 1 if letter == other else 0)
        length = max(row)
        if length > len(best):
            best = first[stop - length : stop]
        above = row
    return best
