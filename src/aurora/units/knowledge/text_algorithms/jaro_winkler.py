"""How alike two texts are, from 0 to 1, more when they start alike.

Winkler 1990: a tenth of what lacks to 1 in Jaro's similarity for each of up to four equal first letters.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="jaro winkler similarity alike names fuzzy match prefix",
    examples=[
        Example(("abc", "abc"), 1.0),
        Example(("abc", "xyz"), 0.0),
        Example(("MARTHA", "MARHTA"), 0.9611111111111111),
    ],
    holds=lambda _first, _second, ret: 0 <= ret <= 1 + 1e-9,
)
def jaro_winkler(first: str, second: str) -> float:
    """How alike two texts are, from 0 to 1, more when they start alike."""
    reach = max(0, max(len(first), len(second)) // 2 - 1)
    free = [True] * len(second)
    common = []
    for place, letter in enumerate(first):
        near = range(max(0, place - reach), min(len(second), place + reach + 1))
        match = next((other for other in near if free[other] and second[other] == letter), None)
        if match is not None:
            free[match] = False
            common.append(letter)
    if not common:
        return float(first == second)
    others = [letter for letter, unused in zip(second, free, strict=True) if not unused]
    swaps = sum(a != b for a, b in zip(common, others, strict=True)) / 2
    count = len(common)
    similarity = (count / len(first) + count / len(second) + (count - swaps) / count) / 3
    equal = (a == b for a, b in zip(first[:4], second, strict=False))
    return similarity + sum(itertools.takewhile(bool, equal)) * 0.1 * (1 - similarity)
