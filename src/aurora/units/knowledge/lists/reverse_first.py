"""The list with its first elements in reverse order and the others as they were."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="reverse array up to given position first k elements",
    examples=[
        Example(
            (
                [1, 2, 3, 4],
                2,
            ),
            [2, 1, 3, 4],
        ),
        Example(
            (
                [],
                3,
            ),
            [],
        ),
        Example(
            (
                [1, 2],
                0,
            ),
            [1, 2],
        ),
    ],
    holds=lambda items, count, ret: ret[count:] == items[count:] and len(ret) == len(items),
)
def reverse_first(items: list[T], count: Nat) -> list[T]:
    """The list with its first elements in reverse order and the others as they were."""
    return items[:count][::-1] + items[count:]
