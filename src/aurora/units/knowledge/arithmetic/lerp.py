"""The number that lies a fraction of the way from one number to another."""

from aurora.contracts.component import Example, component


@component(
    words="linear interpolation blend mix between start and end",
    examples=[Example((0.0, 10.0, 0.25), 2.5), Example((5.0, 5.0, 0.7), 5.0), Example((2.0, 4.0, 2.0), 6.0)],
    holds=lambda start, _end, fraction, ret: fraction != 0 or ret == start,
)
def lerp(start: float, end: float, fraction: float) -> float:
    """The number that lies a fraction of the way from one number to another."""
    return start + (end - start) * fraction
