"""Whether the segment from `a` to `b` and the one from `c` to `d` have a point in common."""

from aurora.contracts.component import Example, component


@component(
    words="segments intersect cross touch overlap two line segments",
    examples=[
        Example(((0, 0), (4, 4), (0, 4), (4, 0)), True),
        Example(((0, 0), (1, 1), (2, 2), (3, 3)), False),
        Example(((0, 0), (2, 0), (2, 0), (2, 5)), True),
    ],
    holds=lambda a, b, c, d, ret: ret or not {a, b} & {c, d},
)
def segments_intersect(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> bool:
    """Whether the segment from `a` to `b` and the one from `c` to `d` have a point in common."""

    def turn(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    boxes_meet = all(
        max(min(a[axis], b[axis]), min(c[axis], d[axis])) <= min(max(a[axis], b[axis]), max(c[axis], d[axis]))
        for axis in (0, 1)
    )
    return boxes_meet and turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0
