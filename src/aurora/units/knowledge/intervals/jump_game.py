"""Whether the last place can be reached when each place says how far one may jump from it."""

from aurora.contracts.component import Example, Nat, NonEmpty, component


@component(
    words="jump game reach last index possible can",
    examples=[Example(([2, 3, 1, 1, 4],), True), Example(([3, 2, 1, 0, 4],), False), Example(([0],), True)],
    holds=lambda jumps, ret: ret or 0 in jumps[:-1],
)
def jump_game(jumps: NonEmpty[Nat]) -> bool:
    """Whether the last place can be reached when each place says how far one may jump from it."""
    reach = 0
    for place, jump in enumerate(jumps):
        if place > reach:
            return False
        reach = max(reach, place + jump)
    return True
