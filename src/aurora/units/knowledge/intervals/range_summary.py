"""Ascending numbers as ranges: (first, last) of each run of consecutive numbers."""

from aurora.contracts.component import Example, Sorted, component


@component(
    words="summary ranges consecutive runs group compress numbers",
    examples=[Example(([0, 1, 2, 4, 5, 7],), [(0, 2), (4, 5), (7, 7)]), Example(([3],), [(3, 3)]), Example(([],), [])],
    holds=lambda numbers, ret: sum(last - first + 1 for first, last in ret) == len(set(numbers)),
)
def range_summary(numbers: Sorted[int]) -> list[tuple[int, int]]:
    """Ascending numbers as ranges: (first, last) of each run of consecutive numbers."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and number - ranges[-1][1] in (0, 1):
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges
