"""All ways to write a number as a sum of positive numbers, the largest part first."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="integer partitions sums of positive numbers ways write list",
    examples=[Example((4,), [[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]), Example((0,), [[]]), Example((1,), [[1]])],
    holds=lambda number, ret: all(sum(parts) == number and parts == sorted(parts, reverse=True) for parts in ret),
    cost=2.0,
)
def partitions(number: Nat) -> list[list[int]]:
    """All ways to write a number as a sum of positive numbers, the largest part first."""
    if number < 0:
        raise ValueError("the number must not be negative")
    found = []
    open_ends: list[tuple[list[int], int]] = [([], number)]
    while open_ends:
        parts, rest = open_ends.pop()
        if rest == 0:
            found.append(parts)
        else:
            largest = min(rest, parts[-1]) if parts else rest
            open_ends += [([*parts, part], rest - part) for part in range(1, largest + 1)]
    return found
