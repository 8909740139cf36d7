"""The list that pairs of an element and a number of times stand for."""

from aurora.contracts.component import Example, T, component


@component(
    words="decode run length encoding repeat elements decompress",
    examples=[Example(([("a", 2), ("b", 1)],), ["a", "a", "b"]), Example(([(7, 0)],), []), Example(([],), [])],
    holds=lambda runs, ret: len(ret) == sum(max(times, 0) for _, times in runs),
)
def expand_runs(runs: list[tuple[T, int]]) -> list[T]:
    """The list that pairs of an element and a number of times stand for."""
    return [value for value, times in runs for _ in range(times)]
