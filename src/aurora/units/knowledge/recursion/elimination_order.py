"""The elements of a list in the order in which they go when, in a circle, every k-th goes; ValueError below 1."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="josephus permutation circle elimination counting out rhyme",
    examples=[Example(([1, 2, 3, 4, 5], 2), [2, 4, 1, 5, 3]), Example((["a"], 5), ["a"]), Example(([], 1), [])],
    holds=lambda values, _k, ret: len(ret) == len(values) and all(value in ret for value in values),
)
def elimination_order(values: list[T], k: Positive) -> list[T]:
    """The elements of a list in the order in which they go when, in a circle, every k-th goes; ValueError below 1."""
    if k < 1:
        raise ValueError("k must be at least 1")
    circle, gone, place = list(values), [], 0
    while circle:
        place = (place + k - 1) % len(circle)
        gone.append(circle.pop(place))
    return gone
