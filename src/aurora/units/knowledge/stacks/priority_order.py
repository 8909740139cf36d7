"""The items in the order of their priorities, the smallest first, equal ones in their own order."""

from aurora.contracts.component import Example, T, component


@component(
    words="priority queue order serve by priority stable tasks",
    examples=[
        Example(([("b", 2), ("a", 1)],), ["a", "b"]),
        Example(([],), []),
        Example(([("x", 1), ("y", 1)],), ["x", "y"]),
    ],
    holds=lambda tasks, ret: len(ret) == len(tasks),
)
def priority_order(tasks: list[tuple[T, int]]) -> list[T]:
    """The items in the order of their priorities, the smallest first, equal ones in their own order."""
    return [item for item, _ in sorted(tasks, key=lambda task: task[1])]
