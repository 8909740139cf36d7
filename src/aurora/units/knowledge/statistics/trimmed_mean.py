"""The mean without the `count` smallest and the `count` largest numbers."""

from aurora.contracts.component import Example, Nat, NonEmpty, component


@component(
    words="trimmed truncated mean average without extremes highest lowest dropped",
    examples=[Example(([1, 2, 3, 100], 1), 2.5), Example(([4], 0), 4.0), Example(([10, 0, 5], 1), 5.0)],
    holds=lambda numbers, _count, ret: (
        min(numbers) - 1e-6 <= ret <= max(numbers) + 1e-6 or max(map(abs, numbers)) > 1e6
    ),
)
def trimmed_mean(numbers: NonEmpty[float], count: Nat) -> float:
    """The mean without the `count` smallest and the `count` largest numbers."""
    kept = sorted(numbers)[count : len(numbers) - count]
    if count < 0 or not kept:
        raise ValueError("nothing is left")
    return sum(kept) / len(kept)
