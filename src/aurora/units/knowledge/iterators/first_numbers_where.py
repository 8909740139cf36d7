"""The first n integers from a start on that meet a condition."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, Nat, Positive, Sorted, component


@component(
    words="first n numbers satisfying generate until enough count from",
    examples=[Example((1, 3, lambda n: n % 5 == 0, 100), [5, 10, 15]), Example((7, 0, lambda n: n > 0, 10), [])],
    holds=lambda start, n, condition, _tries, ret: (
        len(ret) == n and all(number >= start and condition(number) for number in ret)
    ),
    cost=2.0,
)
def first_numbers_where(start: int, n: Nat, condition: Callable[[int], bool], tries: Positive) -> Sorted[int]:
    """The first n integers from a start on that meet a condition.

    Raises ValueError when there are fewer among the first `tries` integers.
    """
    found = list(itertools.islice(filter(condition, range(start, start + tries)), n))
    if len(found) < n:
        raise ValueError("too few integers in reach meet the condition")
    return found
