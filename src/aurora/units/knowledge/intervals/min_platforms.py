"""Fewest platforms for trains with these arrivals and departures; a departure at an arrival's time still blocks it."""

import bisect

from aurora.contracts.component import Example, component


@component(
    words="minimum platforms railway station trains arrivals departures",
    examples=[
        Example(([900, 940, 950], [910, 1200, 1120]), 2),
        Example(([100], [200]), 1),
        Example(([1, 2], [2, 3]), 2),
    ],
    holds=lambda arrivals, _departures, ret: 0 <= ret <= len(arrivals),
)
def min_platforms(arrivals: list[int], departures: list[int]) -> int:
    """Fewest platforms for trains with these arrivals and departures; a departure at an arrival's time still blocks
    it.
    """
    if len(arrivals) != len(departures):
        raise ValueError("one departure an arrival is needed")
    leaving = sorted(departures)
    arriving = sorted(arrivals)
    return max((i + 1 - bisect.bisect_left(leaving, time) for i, time in enumerate(arriving)), default=0)
