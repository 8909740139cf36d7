"""What a function gives for each element of a list; it is called once for equal elements."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="memoize cache results avoid repeated calls map",
    examples=[Example((len, ["a", "bb", "a"]), [1, 2, 1]), Example((abs, []), [])],
    holds=lambda f, values, ret: (
        len(ret) == len(values) and all(f(value) == result for value, result in zip(values, ret, strict=True))
    ),
)
def call_memoised(f: Callable[[K], V], values: list[K]) -> list[V]:
    """What a function gives for each element of a list; it is called once for equal elements."""
    memo = {value: f(value) for value in dict.fromkeys(values)}
    return [memo[value] for value in values]
