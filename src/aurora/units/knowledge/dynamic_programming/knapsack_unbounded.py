"""Largest total value of items whose weights fit a capacity, each item as often as wanted."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="knapsack unbounded unlimited repeat items weights values capacity maximum profit",
    examples=[Example(([1, 3, 4], [15, 50, 60], 8), 130), Example(([5], [10], 4), 0), Example(([2], [7], 5), 14)],
    holds=lambda weights, values, capacity, ret: all(
        capacity // weight * value <= ret for weight, value in zip(weights, values, strict=True)
    ),
)
def knapsack_unbounded(weights: list[int], values: list[int], capacity: Nat) -> int:
    """Largest total value of items whose weights fit a capacity, each item as often as wanted."""
    if len(weights) != len(values) or capacity < 0 or any(weight <= 0 for weight in weights):
        raise ValueError("one value a weight is needed, weights must be positive, the capacity not negative")
    best = [0] * (capacity + 1)
    for room in range(1, capacity + 1):
        for weight, value in zip(weights, values, strict=True):
            if weight <= room:
                best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]
