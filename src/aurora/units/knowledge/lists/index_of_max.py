"""The place of the greatest element of a list, the first such one; raises ValueError for an empty list."""

from aurora.contracts.component import C, Example, Nat, NonEmpty, component


@component(
    words="argmax position of maximum largest biggest index",
    examples=[Example(([3, 9, 9, 1],), 1), Example(([5],), 0), Example((["b", "a"],), 0)],
    holds=lambda values, ret: (
        not any(values[ret] < value for value in values) and all(value < values[ret] for value in values[:ret])
    ),
)
def index_of_max(values: NonEmpty[C]) -> Nat:
    """The place of the greatest element of a list, the first such one; raises ValueError for an empty list."""
    return values.index(max(values))
