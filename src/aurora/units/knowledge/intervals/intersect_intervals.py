"""What two lists of intervals, each apart and ascending, have in common.

Two pointers: the interval that ends first is done.
"""

from aurora.contracts.component import Example, N, component


@component(
    words="intersection of two interval lists common overlap",
    examples=[
        Example(([(0, 2), (5, 10)], [(1, 5), (8, 12)]), [(1, 2), (5, 5), (8, 10)]),
        Example(([(1, 2)], [(3, 4)]), []),
        Example(([], [(1, 2)]), []),
    ],
    holds=lambda first, second, ret: all(start <= end for start, end in ret) and len(ret) <= len(first) + len(second),
)
def intersect_intervals(first: list[tuple[N, N]], second: list[tuple[N, N]]) -> list[tuple[N, N]]:
    """What two lists of intervals, each apart and ascending, have in common."""
    common = []
    i = j = 0
    while i < len(first) and j < len(second):
        start, end = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if start <= end:
            common.append((start, end))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return common
