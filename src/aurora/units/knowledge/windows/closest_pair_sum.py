"""The sum of two of the numbers that is closest to a target, the smaller of two."""

from aurora.contracts.component import Example, component


@component(
    words="closest nearest sum two numbers pair to target",
    examples=[Example(([1, 60, -10, 70, -80, 85], 0), 5), Example(([1, 3], 100), 4), Example(([1, 2, 3], 4), 4)],
    holds=lambda numbers, target, ret: abs(ret - target) <= abs(numbers[0] + numbers[1] - target),
)
def closest_pair_sum(numbers: list[int], target: int) -> int:
    """The sum of two of the numbers that is closest to a target, the smaller of two."""
    if len(numbers) < 2:
        raise ValueError("two numbers are needed")
    ordered = sorted(numbers)
    low, high = 0, len(ordered) - 1
    best = ordered[0] + ordered[1]
    while low < high:
        total = ordered[low] + ordered[high]
        best = min(best, total, key=lambda value: (abs(value - target), value))
        if total < target:
            low += 1
        else:
            high -= 1
    return best
