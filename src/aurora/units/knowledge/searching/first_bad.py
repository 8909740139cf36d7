"""The least integer in low..high for which a condition holds that stays true once it is; high + 1 when none."""

from collections.abc import Callable

from aurora.contracts.component import Example, component


@component(
    words="binary search on answer first bad version bisect predicate monotone threshold",
    examples=[
        Example((1, 10, lambda n: n >= 7), 7),
        Example((1, 3, lambda n: n > 5), 4),
        Example((5, 5, lambda n: n > 0), 5),
    ],
    holds=lambda low, high, condition, ret: (
        low <= ret <= high + 1 and (ret > high or condition(ret)) and (ret == low or not condition(ret - 1))
        if low <= high + 1
        else True
    ),
)
def first_bad(low: int, high: int, condition: Callable[[int], bool]) -> int:
    """The least integer in low..high for which a condition holds that stays true once it is; high + 1 when none."""
    after = high + 1
    while low < after:
        middle = (low + after) // 2
        if condition(middle):
            after = middle
        else:
            low = middle + 1
    return low
