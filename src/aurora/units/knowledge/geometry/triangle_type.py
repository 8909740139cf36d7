"""Whether the triangle with three sides is "equilateral", "isosceles" or "scalene"."""

from aurora.contracts.component import Example, component


@component(
    words="triangle type kind classify equilateral isosceles scalene sides equal",
    examples=[Example((3, 3, 3), "equilateral"), Example((3, 4, 3), "isosceles"), Example((3, 4, 5), "scalene")],
    holds=lambda first, second, third, ret: (ret == "equilateral") == (first == second == third),
)
def triangle_type(first: float, second: float, third: float) -> str:
    """Whether the triangle with three sides is "equilateral", "isosceles" or "scalene"."""
    return ("equilateral", "isosceles", "scalene")[len({first, second, third}) - 1]
