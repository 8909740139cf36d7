"""Whether three angles in degrees make a triangle."""

from aurora.contracts.component import Example, component


@component(
    words="valid triangle angles sum 180",
    examples=[
        Example(
            (
                60,
                60,
                60,
            ),
            True,
        ),
        Example(
            (
                60,
                50,
                90,
            ),
            False,
        ),
        Example(
            (
                0,
                90,
                90,
            ),
            False,
        ),
    ],
    holds=lambda one, other, third, ret: not ret or one + other + third == 180,
)
def are_triangle_angles(one: float, other: float, third: float) -> bool:
    """Whether three angles in degrees make a triangle."""
    return min(one, other, third) > 0 and one + other + third == 180
