"""The integers from `low` to `high` that are not in a list, ascending."""

from aurora.contracts.component import Example, Sorted, component


@component(
    words="missing integers gaps absent from range not present",
    examples=[Example(([1, 4], 1, 5), [2, 3, 5]), Example(([1, 2], 1, 2), []), Example(([], 3, 2), [])],
    holds=lambda numbers, low, high, ret: (
        not set(ret) & set(numbers)
        and len(ret) + len({n for n in numbers if low <= n <= high}) == max(high - low + 1, 0)
    ),
)
def missing_numbers(numbers: list[int], low: int, high: int) -> Sorted[int]:
    """The integers from `low` to `high` that are not in a list, ascending."""
    return sorted(set(range(low, high + 1)) - set(numbers))
