"""A list without the elements that are among the unwanted ones."""

from aurora.contracts.component import Example, T, component


@component(
    words="difference subtract exclude filter out delete all occurrences not in",
    examples=[Example(([1, 2, 3, 2], [2]), [1, 3]), Example(([1], []), [1]), Example(([], [1]), [])],
    holds=lambda values, unwanted, ret: not any(value in unwanted for value in ret) and len(ret) <= len(values),
)
def remove_values(values: list[T], unwanted: list[T]) -> list[T]:
    """A list without the elements that are among the unwanted ones."""
    return [value for value in values if value not in unwanted]
