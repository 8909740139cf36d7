"""All ways to write a number as a sum of positive numbers in every order."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="compositions ordered sums of positive numbers ways write list",
    examples=[Example((3,), [[1, 1, 1], [1, 2], [2, 1], [3]]), Example((0,), [[]]), Example((1,), [[1]])],
    holds=lambda number, ret: len(ret) == 2 ** max(0, number - 1) and all(sum(parts) == number for parts in ret),
    cost=2.0,
)
def compositions(number: Nat) -> list[list[int]]:
    """All ways to write a number as a sum of positive numbers in every order."""
    if number < 0:
        raise ValueError("the number must not be negative")
    ways: list[list[list[int]]] = [[[]]]
    for total in range(1, number + 1):
        ways.append([[part, *rest] for part in range(1, total + 1) for rest in ways[total - part]])
    return ways[number]
