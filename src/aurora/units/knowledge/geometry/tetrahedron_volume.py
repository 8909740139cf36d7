"""The volume of a tetrahedron with equal edges."""

import math

from aurora.contracts.component import Example, component


@component(
    words="regular tetrahedron volume edge side",
    examples=[Example((0,), 0.0), Example((6,), 25.455844122715707), Example((1,), 0.1178511301977579)],
    holds=lambda edge, ret: edge < 0 or 0 <= ret <= edge**3 / 8,
)
def tetrahedron_volume(edge: float) -> float:
    """The volume of a tetrahedron with equal edges."""
    return edge**3 / (6 * math.sqrt(2))
