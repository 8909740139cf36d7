"""Which way three points turn: 1 to the left (counterclockwise), -1 to the right (clockwise), 0 on a line."""

from aurora.contracts.component import Example, component


@component(
    words="orientation turn clockwise counterclockwise three points ccw cross product sign",
    examples=[
        Example(((0, 0), (4, 4), (1, 2)), 1),
        Example(((0, 0), (4, 4), (2, 1)), -1),
        Example(((0, 0), (1, 1), (2, 2)), 0),
    ],
    holds=lambda first, second, _third, ret: ret in (-1, 0, 1) and (first != second or ret == 0),
)
def orientation(first: tuple[float, float], second: tuple[float, float], third: tuple[float, float]) -> int:
    """Which way three points turn: 1 to the left (counterclockwise), -1 to the right (clockwise), 0 on a line."""
    turn = (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
    return (turn > 0) - (turn < 0)
