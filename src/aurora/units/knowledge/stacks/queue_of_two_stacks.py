"""What a queue built of two stacks gives out: an item is put in, None takes the oldest out."""

from aurora.contracts.component import Example, component


@component(
    words="queue using two stacks fifo enqueue dequeue",
    examples=[Example(([1, 2, None, 3, None, None],), [1, 2, 3]), Example(([1],), []), Example(([],), [])],
    holds=lambda steps, ret: len(ret) == steps.count(None),
)
def queue_of_two_stacks(steps: list[int | None]) -> list[int]:
    """What a queue built of two stacks gives out; raises `IndexError` when it is empty."""
    coming: list[int] = []
    leaving: list[int] = []
    taken = []
    for step in steps:
        if step is not None:
            coming.append(step)
            continue
        if not leaving:
            leaving, coming = coming[::-1], []
        taken.append(leaving.pop())
    return taken
