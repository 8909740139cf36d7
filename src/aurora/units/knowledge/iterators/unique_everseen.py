"""The elements of a list that are not equal to an earlier one; unlike a set it takes any elements."""

from aurora.contracts.component import Example, T, component


@component(
    words="unique distinct keep order unhashable lists remove duplicates nested",
    examples=[Example(([[1], [2], [1]],), [[1], [2]]), Example((["a", "a"],), ["a"]), Example(([],), [])],
    holds=lambda values, ret: all(ret.count(value) == 1 for value in ret) and all(value in ret for value in values),
)
def unique_everseen(values: list[T]) -> list[T]:
    """The elements of a list that are not equal to an earlier one; unlike a set it takes any elements."""
    seen: list[T] = []
    for value in values:
        if value not in seen:
            seen.append(value)
    return seen
