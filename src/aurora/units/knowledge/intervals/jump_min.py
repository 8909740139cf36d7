"""Fewest jumps to the last place when each place says how far one may jump from it; -1 when it is out of reach."""

from aurora.contracts.component import Example, Nat, NonEmpty, component


@component(
    words="minimum number of jumps to reach end last index",
    examples=[Example(([2, 3, 1, 1, 4],), 2), Example(([1, 0, 2],), -1), Example(([0],), 0)],
    holds=lambda jumps, ret: -1 <= ret < len(jumps),
)
def jump_min(jumps: NonEmpty[Nat]) -> int:
    """Fewest jumps to the last place when each place says how far one may jump from it; -1 when it is out of reach."""
    count = end = reach = 0
    for place, jump in enumerate(jumps[:-1]):
        reach = max(reach, place + jump)
        if reach == place:
            return -1
        if place == end:
            count += 1
            end = reach
    return count
