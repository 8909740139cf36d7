"""Largest value that fits a capacity when items may be cut.

Dantzig 1957: the most valuable per weight first.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="fractional knapsack greedy divisible items value per weight",
    examples=[
        Example(([10, 20, 30], [60, 100, 120], 50), 240.0),
        Example(([5], [10], 0), 0.0),
        Example(([4], [8], 2), 4.0),
    ],
    holds=lambda _weights, values, _capacity, ret: 0 <= ret <= sum(values) * (1 + 1e-9),
)
def fractional_knapsack(weights: list[Positive], values: list[Nat], capacity: Nat) -> float:
    """Largest value that fits a capacity when items may be cut."""
    if len(weights) != len(values) or any(weight <= 0 for weight in weights) or min(values, default=0) < 0:
        raise ValueError("one value, not negative, is needed for each positive weight")
    total = 0.0
    for weight, value in sorted(zip(weights, values, strict=True), key=lambda item: -item[1] / item[0]):
        part = min(weight, max(capacity, 0))
        total += value * part / weight
        capacity -= part
    return total
