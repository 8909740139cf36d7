"""The elements of one list and then those of another."""

from aurora.contracts.component import Example, T, component


@component(
    words="concatenate append join two lists",
    examples=[Example(([1], [2, 3]), [1, 2, 3]), Example(([], ["a"]), ["a"]), Example(([], []), [])],
    holds=lambda one, other, ret: len(ret) == len(one) + len(other) and ret[: len(one)] == one,
)
def chain_lists(one: list[T], other: list[T]) -> list[T]:
    """The elements of one list and then those of another."""
    return [*one, *other]
