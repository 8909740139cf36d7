"""What a function gives for the elements of a list, without the results that are None."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="transform and drop none compact map keep successes",
    examples=[Example((["1", "x", "2"], lambda s: int(s) if s.isdigit() else None), [1, 2]), Example(([], len), [])],
    holds=lambda values, _f, ret: None not in ret and len(ret) <= len(values),
)
def filter_map(values: list[T], f: Callable[[T], U | None]) -> list[U]:
    """What a function gives for the elements of a list, without the results that are None."""
    return [result for result in map(f, values) if result is not None]
