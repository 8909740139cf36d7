"""The ascending times at which a call goes through, when one must be at least an interval after the one before."""

import itertools

from aurora.contracts.component import Example, N, Sorted, component


@component(
    words="throttle rate limit minimum interval between calls",
    examples=[Example(([0, 1, 5, 6, 11], 5), [0, 5, 11]), Example(([], 5), [])],
    holds=lambda times, interval, ret: (
        all(b - a >= interval for a, b in itertools.pairwise(ret)) and ret[:1] == times[:1]
    ),
)
def throttle_times(times: Sorted[N], interval: N) -> Sorted[N]:
    """The ascending times at which a call goes through, when one must be at least an interval after the one before."""
    passed: list[N] = []
    for time in times:
        if not passed or time - passed[-1] >= interval:
            passed.append(time)
    return passed
