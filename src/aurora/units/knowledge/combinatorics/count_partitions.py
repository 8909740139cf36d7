"""Number of ways to write a number as a sum of positive numbers, regardless of order."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="partition number count integer partitions ways sum",
    examples=[Example((5,), 7), Example((0,), 1), Example((10,), 42)],
    holds=lambda number, ret: ret >= number // 2 + 1 or number < 2,
)
def count_partitions(number: Nat) -> int:
    """Number of ways to write a number as a sum of positive numbers, regardless of order."""
    if number < 0:
        raise ValueError("the number must not be negative")
    ways = [1] + [0] * number
    for part in range(1, number + 1):
        for total in range(part, number + 1):
            ways[total] += ways[total - part]
    return ways[number]
