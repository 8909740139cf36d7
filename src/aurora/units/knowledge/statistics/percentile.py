"""The number below which a percentage of the numbers lies, between neighbours by the straight line.

Method 7 of Hyndman and Fan 1996, as in NumPy and spreadsheets.
"""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="percentile quantile percent below linear interpolation",
    examples=[Example(([1, 2, 3, 4], 50), 2.5), Example(([10, 20, 30], 100), 30.0), Example(([5], 25), 5.0)],
    holds=lambda numbers, _percent, ret: (
        min(numbers) - 1e-9 <= ret <= max(numbers) + 1e-9 or max(map(abs, numbers)) > 1e6
    ),
)
def percentile(numbers: NonEmpty[float], percent: float) -> float:
    """The number below which a percentage of the numbers lies, between neighbours by the straight line."""
    if not numbers or not 0 <= percent <= 100:
        raise ValueError("numbers and a percentage from 0 to 100 are needed")
    ordered = sorted(numbers)
    place, part = divmod((len(ordered) - 1) * percent / 100, 1)
    low, high = ordered[int(place)], ordered[math.ceil(place + part)]
    return low + (high - low) * part
