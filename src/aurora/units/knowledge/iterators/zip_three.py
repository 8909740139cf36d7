"""The elements of three lists at the same places, up to the end of the shortest."""

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="zip triples combine three lists elementwise",
    examples=[
        Example(([1, 2], ["a", "b"], [True, False]), [(1, "a", True), (2, "b", False)]),
        Example(([], [1], [2]), []),
    ],
    holds=lambda one, two, three, ret: (
        len(ret) == min(len(one), len(two), len(three)) and [a for a, _, _ in ret] == one[: len(ret)]
    ),
)
def zip_three(one: list[T], two: list[U], three: list[V]) -> list[tuple[T, U, V]]:
    """The elements of three lists at the same places, up to the end of the shortest."""
    return list(zip(one, two, three, strict=False))
