"""How far the greatest and the least number of a list are apart; raises ValueError for an empty list."""

from aurora.contracts.component import Example, N, NonEmpty, component


@component(
    words="range difference between maximum and minimum largest smallest",
    examples=[Example(([3, 9, 5],), 6), Example(([4],), 0)],
    holds=lambda numbers, ret: ret >= 0 and all(abs(a - b) <= ret for a in numbers for b in numbers),
)
def spread_of(numbers: NonEmpty[N]) -> N:
    """How far the greatest and the least number of a list are apart; raises ValueError for an empty list."""
    return max(numbers) - min(numbers)
