"""A number moved from one range to the same relative place of another."""

from aurora.contracts.component import Example, component


@component(
    words="map range remap convert scale proportion linear",
    examples=[
        Example((5.0, 0.0, 10.0, 0.0, 100.0), 50.0),
        Example((0.0, 0.0, 10.0, 32.0, 50.0), 32.0),
        Example((15.0, 10.0, 20.0, 1.0, 0.0), 0.5),
    ],
    holds=lambda number, low, _high, new_low, _new_high, ret: number != low or ret == new_low,
    cost=2.0,
)
def rescale(number: float, low: float, high: float, new_low: float, new_high: float) -> float:
    """A number moved from one range to the same relative place of another.

    Raises ZeroDivisionError when the first range is empty.
    """
    return new_low + (number - low) * (new_high - new_low) / (high - low)
