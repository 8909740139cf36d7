"""The first place at which two lists differ, the end of the shorter one included; -1 when they are equal."""

from aurora.contracts.component import Example, T, component


@component(
    words="first mismatch compare position unequal",
    examples=[Example(([1, 2, 3], [1, 5, 3]), 1), Example(([1], [1, 2]), 1), Example(([], []), -1)],
    holds=lambda one, other, ret: (
        one == other if ret == -1 else one[:ret] == other[:ret] and one[: ret + 1] != other[: ret + 1]
    ),
)
def first_difference(one: list[T], other: list[T]) -> int:
    """The first place at which two lists differ, the end of the shorter one included; -1 when they are equal."""
    if one == other:
        return -1
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
