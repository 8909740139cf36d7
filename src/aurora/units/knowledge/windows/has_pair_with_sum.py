"""Whether two of the numbers, at different places, add up to a target."""

from aurora.contracts.component import Example, component


@component(
    words="pair exists two numbers sum target check any",
    examples=[Example(([1, 4, 5], 9), True), Example(([4], 8), False), Example(([4, 4], 8), True)],
    holds=lambda numbers, _target, ret: not ret or len(numbers) > 1,
)
def has_pair_with_sum(numbers: list[int], target: int) -> bool:
    """Whether two of the numbers, at different places, add up to a target."""
    seen: set[int] = set()
    for number in numbers:
        if target - number in seen:
            return True
        seen.add(number)
    return False
