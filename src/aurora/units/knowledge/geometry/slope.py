"""The slope of the line through two points; raises `ZeroDivisionError` for a vertical one."""

from aurora.contracts.component import Example, component


@component(
    words="slope gradient of line steepness rise over run two points",
    examples=[Example(((0, 0), (2, 1)), 0.5), Example(((1, 5), (3, 1)), -2.0), Example(((0, 2), (9, 2)), 0.0)],
    holds=lambda first, second, ret: (ret == 0) == (first[1] == second[1]) or abs(ret) < 1e-300,
)
def slope(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The slope of the line through two points; raises `ZeroDivisionError` for a vertical one."""
    return (second[1] - first[1]) / (second[0] - first[0])
