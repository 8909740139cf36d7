"""For each item how many items in a row up to it, itself included, are not greater."""

from aurora.contracts.component import C, Example, component


@component(
    words="stock span days price consecutive not greater previous monotonic stack",
    examples=[
        Example(([100, 80, 60, 70, 60, 75, 85],), [1, 1, 1, 2, 1, 4, 6]),
        Example(([1, 1],), [1, 2]),
        Example(([],), []),
    ],
    holds=lambda _items, ret: all(1 <= span <= i + 1 for i, span in enumerate(ret)),
)
def stock_span(items: list[C]) -> list[int]:
    """For each item how many items in a row up to it, itself included, are not greater."""
    spans = []
    greater: list[int] = []
    for place, item in enumerate(items):
        while greater and not item < items[greater[-1]]:
            greater.pop()
        spans.append(place - (greater[-1] if greater else -1))
        greater.append(place)
    return spans
