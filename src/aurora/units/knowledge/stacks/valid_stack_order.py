"""Whether a stack can give out the items in the second order when they are put on it in the first."""

import collections

from aurora.contracts.component import Distinct, Example, T, component


@component(
    words="validate stack sequences push pop order possible",
    examples=[
        Example(([1, 2, 3, 4, 5], [4, 5, 3, 2, 1]), True),
        Example(([1, 2, 3], [3, 1, 2]), False),
        Example(([], []), True),
    ],
    holds=lambda pushed, popped, ret: not ret or sorted(pushed) == sorted(popped),
)
def valid_stack_order(pushed: Distinct[T], popped: Distinct[T]) -> bool:
    """Whether a stack can give out the items in the second order when they are put on it in the first."""
    stack: list[T] = []
    rest = collections.deque(popped)
    for item in pushed:
        stack.append(item)
        while stack and rest and stack[-1] == rest[0]:
            stack.pop()
            rest.popleft()
    return not stack and not rest
