"""The numbers moved and stretched so that the smallest is 0 and the largest is 1."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="normalise normalize scale min max zero to one range",
    examples=[
        Example(([10, 20, 15],), [0.0, 1.0, 0.5]),
        Example(([0, 4],), [0.0, 1.0]),
        Example(([-1, 1, 0],), [0.0, 1.0, 0.5]),
    ],
    holds=lambda _numbers, ret: min(ret) == 0 and max(ret) == 1,
)
def min_max_scale(numbers: NonEmpty[float]) -> list[float]:
    """The numbers moved and stretched to 0 (smallest) and 1 (largest); raises `ZeroDivisionError` when all are
    equal.
    """
    return [(x - min(numbers)) / (max(numbers) - min(numbers)) for x in numbers]
