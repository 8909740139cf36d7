"""How much two samples move together: the mean product of their distances from their means, for a sample."""

from aurora.contracts.component import Example, component


@component(
    words="covariance two variables sample joint",
    examples=[
        Example(([1, 2, 3], [1, 5, 9]), 4.0),
        Example(([1, 2], [4, 4]), 0.0),
        Example(([1, 2, 3], [3, 2, 1]), -1.0),
    ],
    holds=lambda first, second, ret: len(set(first)) > 1 or abs(ret) < 1e-6 * max(1, *map(abs, second)),
)
def covariance(first: list[float], second: list[float]) -> float:
    """How much two samples move together: the mean product of their distances from their means, for a sample."""
    if len(first) < 2 or len(first) != len(second):
        raise ValueError("two samples of the same size, at least two, are needed")
    centre, other = sum(first) / len(first), sum(second) / len(second)
    return sum((x - centre) * (y - other) for x, y in zip(first, second, strict=True)) / (len(first) - 1)
