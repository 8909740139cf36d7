"""Whether one list is a rotation of the other."""

from aurora.contracts.component import Example, T, component


@component(
    words="rotated cyclic circular shift same circularly identical",
    examples=[Example(([1, 2, 3], [2, 3, 1]), True), Example(([1, 2, 3], [3, 2, 1]), False), Example(([], []), True)],
    holds=lambda one, other, ret: not ret or (len(one) == len(other) and all(value in other for value in one)),
)
def is_rotation_list(one: list[T], other: list[T]) -> bool:
    """Whether one list is a rotation of the other."""
    return one == other or (
        len(one) == len(other) and any(one[place:] + one[:place] == other for place in range(len(one)))
    )
