"""The smallest item on a stack after each step: a number is pushed, None pops; None when the stack is empty."""

from aurora.contracts.component import Example, component


@component(
    words="min stack minimum so far push pop track",
    examples=[Example(([5, 3, None],), [5, 3, 5]), Example(([None],), [None]), Example(([],), [])],
    holds=lambda steps, ret: len(ret) == len(steps),
)
def stack_minima(steps: list[int | None]) -> list[int | None]:
    """The smallest item on a stack after each step: a number is pushed, None pops; None when the stack is empty."""
    minima: list[int] = []
    found: list[int | None] = []
    for step in steps:
        if step is not None:
            minima.append(min(step, minima[-1]) if minima else step)
        elif minima:
            minima.pop()
        found.append(minima[-1] if minima else None)
    return found
