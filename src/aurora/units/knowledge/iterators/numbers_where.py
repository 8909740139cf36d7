"""The integers from one up to another, both included, that meet a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, Sorted, component


@component(
    words="filter range inclusive all numbers satisfying between",
    examples=[Example((1, 6, lambda n: n % 3 == 0), [3, 6]), Example((5, 4, lambda n: n > 0), [])],
    holds=lambda first, last, condition, ret: (
        all(first <= number <= last and condition(number) for number in ret) and ret == sorted(set(ret))
    ),
)
def numbers_where(first: int, last: int, condition: Callable[[int], bool]) -> Sorted[int]:
    """The integers from one up to another, both included, that meet a condition."""
    return [number for number in range(first, last + 1) if condition(number)]
