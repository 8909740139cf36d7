"""The distance along the Earth's surface between two places in degrees of latitude and longitude, in kilometres.

The haversine formula, Inman 1835, for a sphere with a radius of 6371 km.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="haversine great circle distance latitude longitude earth kilometres gps coordinates",
    examples=[
        Example(((0, 0), (0, 0)), 0.0),
        Example(((0, 0), (0, 180)), 20015.086796020572),
        Example(((90, 0), (-90, 0)), 20015.086796020572),
    ],
    holds=lambda _first, _second, ret: 0 <= ret <= 20016,
)
def haversine(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The distance along the Earth's surface between two places in degrees of latitude and longitude, in kilometres."""
    latitude, other = math.radians(first[0]), math.radians(second[0])
    across = math.radians(second[1] - first[1])
    half = math.sin((other - latitude) / 2) ** 2 + math.cos(latitude) * math.cos(other) * math.sin(across / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))
