"""Length of the shortest contiguous part of numbers that are not negative with a sum of at least `total`; 0 for
none.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="minimum size subarray sum at least smallest length window",
    examples=[Example(([2, 3, 1, 2, 4, 3], 7), 2), Example(([1, 1], 5), 0), Example(([9], 3), 1)],
    holds=lambda numbers, total, ret: (ret == 0) == (sum(numbers) < total or not numbers),
)
def shortest_subarray_at_least(numbers: list[Nat], total: Positive) -> int:
    """Length of the shortest contiguous part of numbers that are not negative with a sum of at least `total`; 0 for
    none.
    """
    if total < 1 or any(number < 0 for number in numbers):
        raise ValueError("numbers must not be negative and the total must be positive")
    shortest = 0
    start = inside = 0
    for stop, number in enumerate(numbers, start=1):
        inside += number
        while inside >= total:
            shortest = min(shortest or stop, stop - start)
            inside -= numbers[start]
            start += 1
    return shortest
