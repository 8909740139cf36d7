"""The elements of two lists taken in turn, with the rest of the longer one at the end."""

from aurora.contracts.component import Example, T, component


@component(
    words="alternate merge weave zip together shuffle one by one",
    examples=[Example(([1, 3, 5], [2, 4]), [1, 2, 3, 4, 5]), Example(([], [2]), [2]), Example(([], []), [])],
    holds=lambda one, other, ret: (
        len(ret) == len(one) + len(other)
        and ret[: 2 * min(len(one), len(other)) : 2] == one[: min(len(one), len(other))]
    ),
)
def interleave(one: list[T], other: list[T]) -> list[T]:
    """The elements of two lists taken in turn, with the rest of the longer one at the end."""
    paired = [value for pair in zip(one, other, strict=False) for value in pair]
    return paired + one[len(other) :] + other[len(one) :]
