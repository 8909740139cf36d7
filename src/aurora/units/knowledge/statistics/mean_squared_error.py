"""The mean squared difference of predictions from true values."""

from aurora.contracts.component import Example, component


@component(
    words="mean squared error mse predictions actual loss",
    examples=[Example(([1, 2], [1, 4]), 2.0), Example(([3], [3]), 0.0), Example(([0, 0], [1, 1]), 1.0)],
    holds=lambda predicted, actual, ret: ret >= 0 and (predicted != actual or ret == 0),
)
def mean_squared_error(predicted: list[float], actual: list[float]) -> float:
    """The mean squared difference of predictions from true values."""
    return sum((a - b) ** 2 for a, b in zip(predicted, actual, strict=True)) / len(actual)
