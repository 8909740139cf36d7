"""-1 when the first value comes before the second, 1 when it comes after, 0 otherwise."""

from aurora.contracts.component import C, Example, component


@component(
    words="three way comparison spaceship less equal greater order",
    examples=[Example((1, 2), -1), Example(("b", "a"), 1), Example((3, 3), 0)],
    holds=lambda a, b, ret: (ret < 0) == (a < b) and (ret > 0) == (b < a),
)
def compare(a: C, b: C) -> int:
    """-1 when the first value comes before the second, 1 when it comes after, 0 otherwise."""
    return (b < a) - (a < b)
