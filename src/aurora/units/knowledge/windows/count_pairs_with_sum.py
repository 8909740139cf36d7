"""Number of pairs of places whose numbers add up to a target."""

from aurora.contracts.component import Example, component


@component(
    words="count pairs two numbers sum target",
    examples=[Example(([1, 1, 1], 2), 3), Example(([1, 5], 7), 0), Example(([], 0), 0)],
    holds=lambda numbers, _target, ret: 0 <= ret <= len(numbers) * (len(numbers) - 1) // 2,
)
def count_pairs_with_sum(numbers: list[int], target: int) -> int:
    """Number of pairs of places whose numbers add up to a target."""
    seen: dict[int, int] = {}
    pairs = 0
    for number in numbers:
        pairs += seen.get(target - number, 0)
        seen[number] = seen.get(number, 0) + 1
    return pairs
