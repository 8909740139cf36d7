"""Largest total value of items whose weights fit a capacity, each item at most once."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="knapsack 0/1 zero one bag items weights values capacity maximum profit",
    examples=[Example(([1, 3, 4], [15, 20, 30], 4), 35), Example(([5], [10], 4), 0), Example(([], [], 3), 0)],
    holds=lambda _weights, values, _capacity, ret: 0 <= ret <= sum(value for value in values if value > 0),
)
def knapsack01(weights: list[int], values: list[int], capacity: Nat) -> int:
    """Largest total value of items whose weights fit a capacity, each item at most once."""
    if len(weights) != len(values) or capacity < 0 or any(weight < 0 for weight in weights):
        raise ValueError("one value a weight is needed, and weights and capacity must not be negative")
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values, strict=True):
        for room in range(capacity, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]
