"""The items that no later item reaches, in their order."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="leaders array elements greater than all to the right",
    examples=[Example(([16, 17, 4, 3, 5, 2],), [17, 5, 2]), Example(([1, 1],), [1]), Example(([],), [])],
    holds=lambda items, ret: all(a > b for a, b in itertools.pairwise(ret)) and ret[-1:] == items[-1:],
)
def leaders(items: list[C]) -> list[C]:
    """The items that no later item reaches, in their order."""
    found: list[C] = []
    for item in reversed(items):
        if not found or found[-1] < item:
            found.append(item)
    return found[::-1]
