"""How often a counter stands at each moment: it goes up by one with each true flag."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="counter increments running count of true flags closure state",
    examples=[Example(([True, False, True],), [1, 1, 2]), Example(([],), [])],
    holds=lambda flags, ret: len(ret) == len(flags) and ret[-1:] == [sum(flags)][: len(ret)],
)
def count_events(flags: list[bool]) -> list[int]:
    """How often a counter stands at each moment: it goes up by one with each true flag."""
    return list(itertools.accumulate(map(int, flags)))
