"""Slope and intercept of the line through two points; raises `ZeroDivisionError` for a vertical one."""

from aurora.contracts.component import Example, component


@component(
    words="line equation slope intercept through two points y = mx + c",
    examples=[
        Example(((0, 1), (2, 5)), (2.0, 1.0)),
        Example(((1, 1), (3, 1)), (0.0, 1.0)),
        Example(((1, 0), (2, -1)), (-1.0, 1.0)),
    ],
    holds=lambda first, second, ret: first[1] == second[1] or ret[0] != 0 or abs(first[1] - second[1]) < 1e-300,
)
def line_through(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    """Slope and intercept of the line through two points; raises `ZeroDivisionError` for a vertical one."""
    steepness = (second[1] - first[1]) / (second[0] - first[0])
    return (steepness, first[1] - steepness * first[0])
