"""Each element of one list with each element of another."""

from aurora.contracts.component import Example, T, U, component


@component(
    words="cartesian product cross every combination of two lists",
    examples=[Example(([1, 2], ["a", "b"]), [(1, "a"), (1, "b"), (2, "a"), (2, "b")]), Example(([], [1]), [])],
    holds=lambda one, other, ret: len(ret) == len(one) * len(other) and all(a in one and b in other for a, b in ret),
)
def all_pairs_of_two(one: list[T], other: list[U]) -> list[tuple[T, U]]:
    """Each element of one list with each element of another."""
    return [(a, b) for a in one for b in other]
