"""Number of pairs of places whose numbers differ by exactly `gap`."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="count pairs two numbers difference equal to k apart",
    examples=[Example(([1, 5, 3, 4, 2], 2), 3), Example(([1, 1, 1], 0), 3), Example(([], 1), 0)],
    holds=lambda numbers, _gap, ret: 0 <= ret <= len(numbers) * (len(numbers) - 1) // 2,
)
def count_pairs_with_difference(numbers: list[int], gap: Nat) -> int:
    """Number of pairs of places whose numbers differ by exactly `gap`."""
    if gap < 0:
        raise ValueError("the gap must not be negative")
    seen: dict[int, int] = {}
    pairs = 0
    for number in numbers:
        pairs += sum(seen.get(other, 0) for other in {number - gap, number + gap})
        seen[number] = seen.get(number, 0) + 1
    return pairs
