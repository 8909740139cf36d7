"""The least and the greatest element of a list; raises ValueError for an empty one."""

from aurora.contracts.component import C, Example, NonEmpty, component


@component(
    words="minimum and maximum extremes smallest largest bounds",
    examples=[Example(([3, 9, 5],), (3, 9)), Example((["a"],), ("a", "a"))],
    holds=lambda values, ret: (
        ret[0] in values and ret[1] in values and not any(value < ret[0] or ret[1] < value for value in values)
    ),
)
def min_max(values: NonEmpty[C]) -> tuple[C, C]:
    """The least and the greatest element of a list; raises ValueError for an empty one."""
    return min(values), max(values)
