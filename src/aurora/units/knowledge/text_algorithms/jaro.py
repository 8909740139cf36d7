"""How alike two texts are, from 0 to 1.

Jaro 1989: common letters not far apart, and how many of them are out of order.
"""

from aurora.contracts.component import Example, component


@component(
    words="jaro similarity alike names fuzzy match",
    examples=[
        Example(("abc", "abc"), 1.0),
        Example(("abc", "xyz"), 0.0),
        Example(("MARTHA", "MARHTA"), 0.9444444444444445),
    ],
    holds=lambda _first, _second, ret: 0 <= ret <= 1 + 1e-9,
)
def jaro(first: str, second: str) -> float:
    """How alike two texts are, from 0 to 1."""
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
    return (count / len(first) + count / len(second) + (count - swaps) / count) / 3
