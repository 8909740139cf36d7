"""The ascending times that no other one follows within a quiet interval."""

import itertools

from aurora.contracts.component import Example, N, Sorted, component


@component(
    words="debounce settle last of burst quiet period",
    examples=[Example(([0, 1, 2, 9, 10], 5), [2, 10]), Example(([4], 5), [4]), Example(([], 5), [])],
    holds=lambda times, _quiet, ret: ret[-1:] == times[-1:] and all(time in times for time in ret),
)
def debounce_times(times: Sorted[N], quiet: N) -> Sorted[N]:
    """The ascending times that no other one follows within a quiet interval."""
    return [a for a, b in itertools.pairwise(times) if b - a >= quiet] + times[-1:]
