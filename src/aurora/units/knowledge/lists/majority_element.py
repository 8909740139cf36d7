"""The element that is more than half of a list (Boyer and Moore's vote); None when there is none."""

from aurora.contracts.component import Example, T, component


@component(
    words="majority occurs more than half the time dominant vote",
    examples=[Example(([2, 1, 2],), 2), Example(([1, 2],), None), Example(([],), None)],
    holds=lambda values, ret: (
        all(2 * values.count(value) <= len(values) for value in values)
        if ret is None
        else 2 * values.count(ret) > len(values)
    ),
)
def majority_element(values: list[T]) -> T | None:
    """The element that is more than half of a list (Boyer and Moore's vote); None when there is none."""
    candidate, votes = None, 0
    for value in values:
        if votes == 0:
            candidate = value
        votes += 1 if value == candidate else -1
    return candidate if 2 * sum(value == candidate for value in values) > len(values) else None
