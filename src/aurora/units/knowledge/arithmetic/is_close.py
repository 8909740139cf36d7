"""Whether two numbers differ by no more than a tolerance."""

from aurora.contracts.component import Example, component


@component(
    words="approximately almost nearly equal within epsilon tolerance",
    examples=[Example((1.0, 1.0000001, 0.001), True), Example((1.0, 2.0, 0.5), False), Example((3.0, 3.0, 0.0), True)],
    holds=lambda a, b, tolerance, ret: not ret or (a <= b + tolerance + 1e-9 and b <= a + tolerance + 1e-9),
)
def is_close(a: float, b: float, tolerance: float) -> bool:
    """Whether two numbers differ by no more than a tolerance."""
    return abs(a - b) <= tolerance
