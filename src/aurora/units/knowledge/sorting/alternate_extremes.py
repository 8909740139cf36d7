"""The elements of a list as least, greatest, second least, second greatest, and so on."""

from aurora.contracts.component import C, Example, component


@component(
    words="wave alternate smallest largest strange sort minimum maximum alternately",
    examples=[Example(([1, 2, 3, 4],), [1, 4, 2, 3]), Example(([7, 5, 6],), [5, 7, 6]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(values) and sorted(ret) == sorted(values),
)
def alternate_extremes(values: list[C]) -> list[C]:
    """The elements of a list as least, greatest, second least, second greatest, and so on."""
    ordered = sorted(values)
    return [ordered[-1 - place // 2] if place % 2 else ordered[place // 2] for place in range(len(values))]
