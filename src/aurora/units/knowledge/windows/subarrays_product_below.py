"""Number of contiguous, non-empty parts of positive numbers whose product is below a limit."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="subarrays product less than k count contiguous window",
    examples=[Example(([10, 5, 2, 6], 100), 8), Example(([5], 5), 0), Example(([], 10), 0)],
    holds=lambda numbers, limit, ret: ret >= sum(number < limit for number in numbers),
)
def subarrays_product_below(numbers: list[Positive], limit: int) -> int:
    """Number of contiguous, non-empty parts of positive numbers whose product is below a limit."""
    if any(number < 1 for number in numbers):
        raise ValueError("numbers must be positive")
    start, product, found = 0, 1, 0
    for stop, number in enumerate(numbers, start=1):
        product *= number
        while start < stop and product >= limit:
            product //= numbers[start]
            start += 1
        found += stop - start
    return found
