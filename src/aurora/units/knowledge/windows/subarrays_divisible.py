"""Number of contiguous, non-empty parts whose sum a divisor divides.

Counts of the prefix sums by their rest.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="subarrays sums divisible by k count contiguous",
    examples=[Example(([4, 5, 0, -2, -3, 1], 5), 7), Example(([1], 2), 0), Example(([], 3), 0)],
    holds=lambda numbers, divisor, ret: sum(number % divisor == 0 for number in numbers) <= ret,
)
def subarrays_divisible(numbers: list[int], divisor: Positive) -> int:
    """Number of contiguous, non-empty parts whose sum a divisor divides."""
    seen = {0: 1}
    prefix = found = 0
    for number in numbers:
        prefix = (prefix + number) % divisor
        found += seen.get(prefix, 0)
        seen[prefix] = seen.get(prefix, 0) + 1
    return found
