"""Each number mixed with the smoothed one before, `alpha` parts of the new.

Brown 1956.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="exponential smoothing moving average ema alpha weighted",
    examples=[Example(([10, 20, 20], 0.5), [10, 15.0, 17.5]), Example(([], 0.3), []), Example(([4, 8], 1), [4, 8])],
    holds=lambda numbers, _alpha, ret: len(ret) == len(numbers) and ret[:1] == numbers[:1],
)
def exponential_smoothing(numbers: list[float], alpha: float) -> list[float]:
    """Each number mixed with the smoothed one before, `alpha` parts of the new."""
    return list(itertools.accumulate(numbers, lambda smooth, x: alpha * x + (1 - alpha) * smooth))
