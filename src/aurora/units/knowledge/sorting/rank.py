"""The place of each element when the list is sorted, from 1; equal elements share the first of their places."""

from aurora.contracts.component import C, Example, component


@component(
    words="ranking position in sorted order standing competition ties",
    examples=[Example(([30, 10, 20],), [3, 1, 2]), Example(([5, 5, 7],), [1, 1, 3]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(values) and all(1 <= place <= len(values) for place in ret),
)
def rank(values: list[C]) -> list[int]:
    """The place of each element when the list is sorted, from 1; equal elements share the first of their places."""
    ordered = sorted(values)
    return [ordered.index(value) + 1 for value in values]
