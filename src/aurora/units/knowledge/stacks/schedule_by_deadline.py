"""Most profit of unit-time jobs (deadline, profit), each done by its deadline or not at all.

A heap of the jobs taken: the least profitable gives way, Lawler 1973.
"""

import heapq

from aurora.contracts.component import Example, component


@component(
    words="job sequencing deadlines profit schedule maximum unit tasks",
    examples=[
        Example(([(2, 100), (1, 19), (2, 27), (1, 25), (3, 15)],), 142),
        Example(([(1, 5), (1, 7)],), 7),
        Example(([],), 0),
    ],
    holds=lambda jobs, ret: ret >= max((profit for deadline, profit in jobs if deadline > 0), default=0),
)
def schedule_by_deadline(jobs: list[tuple[int, int]]) -> int:
    """Most profit of unit-time jobs (deadline, profit), each done by its deadline or not at all."""
    taken: list[int] = []
    for deadline, profit in sorted(jobs):
        if profit > 0:
            heapq.heappush(taken, profit)
        if len(taken) > max(deadline, 0):
            heapq.heappop(taken)
    return sum(taken)
