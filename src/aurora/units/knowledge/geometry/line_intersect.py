"""Where the line through `a` and `b` meets the line through `c` and `d`; None when they are parallel."""

from aurora.contracts.component import Example, component


@component(
    words="intersection of two lines crossing point meet",
    examples=[
        Example(((0, 0), (2, 2), (0, 2), (2, 0)), (1.0, 1.0)),
        Example(((0, 0), (1, 0), (0, 1), (1, 1)), None),
        Example(((0, 0), (1, 0), (3, -1), (3, 5)), (3.0, 0.0)),
    ],
    holds=lambda a, b, c, d, ret: ret is None or (a != b and c != d),
)
def line_intersect(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> tuple[float, float] | None:
    """Where the line through `a` and `b` meets the line through `c` and `d`; None when they are parallel."""
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if across == 0:
        return None
    part = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    return (a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]))
