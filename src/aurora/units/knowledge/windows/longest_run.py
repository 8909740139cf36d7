"""Length of the longest run of equal neighbours."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="longest run streak consecutive equal same elements in a row",
    examples=[Example(([1, 1, 2, 2, 2, 1],), 3), Example(([],), 0), Example((["a"],), 1)],
    holds=lambda items, ret: bool(items) <= ret <= max((items.count(item) for item in items), default=0),
)
def longest_run(items: list[T]) -> int:
    """Length of the longest run of equal neighbours."""
    return max((len(list(run)) for _, run in itertools.groupby(items)), default=0)
