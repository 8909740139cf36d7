"""The state of a switch after each moment: it starts off and changes with each true flag."""

import itertools
import operator

from aurora.contracts.component import Example, component


@component(
    words="toggle switch flip flop on off state",
    examples=[Example(([True, False, True],), [True, True, False]), Example(([],), [])],
    holds=lambda flags, ret: len(ret) == len(flags) and ret[-1:] == [sum(flags) % 2 == 1][: len(ret)],
)
def toggle_states(flags: list[bool]) -> list[bool]:
    """The state of a switch after each moment: it starts off and changes with each true flag."""
    return list(itertools.accumulate(flags, operator.ne))
