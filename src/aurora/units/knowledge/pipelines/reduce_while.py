"""The elements of a list put together with a start for as long as the result meets a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="fold with early stop limit accumulate until",
    examples=[
        Example(([1, 2, 3, 4], lambda total, n: total + n, 0, lambda total: total < 4), 3),
        Example(([], max, 5, bool), 5),
    ],
    holds=lambda _values, _f, start, keep, ret: ret == start or keep(ret),
)
def reduce_while(values: list[T], f: Callable[[U, T], U], start: U, keep: Callable[[U], bool]) -> U:
    """The elements of a list put together with a start for as long as the result meets a condition."""
    result = start
    for value in values:
        following = f(result, value)
        if not keep(following):
            break
        result = following
    return result
