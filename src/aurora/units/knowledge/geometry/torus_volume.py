"""The volume of a torus with the radius of its ring and of its tube."""

import math

from aurora.contracts.component import Example, component


@component(
    words="torus volume doughnut ring tube radius",
    examples=[Example((1, 0), 0.0), Example((2, 1), 4 * math.pi**2), Example((3, 1), 6 * math.pi**2)],
    holds=lambda ring, tube, ret: ring * tube != 0 or ret == 0,
)
def torus_volume(ring: float, tube: float) -> float:
    """The volume of a torus with the radius of its ring and of its tube."""
    return 2 * math.pi**2 * ring * tube**2
