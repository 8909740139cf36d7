"""What two intervals have in common; None when they are apart."""

from aurora.contracts.component import Example, N, component


@component(
    words="overlap intersection of two intervals ranges common part",
    examples=[Example(((1, 5), (3, 8)), (3, 5)), Example(((1, 2), (3, 4)), None), Example(((1, 3), (3, 4)), (3, 3))],
    holds=lambda first, second, ret: ret is None or first[0] <= ret[0] <= ret[1] <= second[1],
)
def interval_overlap(first: tuple[N, N], second: tuple[N, N]) -> tuple[N, N] | None:
    """What two intervals have in common; None when they are apart."""
    start, end = max(first[0], second[0]), min(first[1], second[1])
    return (start, end) if start <= end else None
