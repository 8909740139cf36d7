"""The place of the least element of a list, the first such one; raises ValueError for an empty list."""

from aurora.contracts.component import C, Example, Nat, NonEmpty, component


@component(
    words="argmin position of minimum smallest lowest index",
    examples=[Example(([3, 1, 9, 1],), 1), Example(([5],), 0), Example((["b", "a"],), 1)],
    holds=lambda values, ret: (
        not any(value < values[ret] for value in values) and all(values[ret] < value for value in values[:ret])
    ),
)
def index_of_min(values: NonEmpty[C]) -> Nat:
    """The place of the least element of a list, the first such one; raises ValueError for an empty list."""
    return values.index(min(values))
