"""The items of runs (item, length), one after the other."""

from aurora.contracts.component import Example, T, component


@component(
    words="run length decoding expand decompress runs counts rle",
    examples=[Example(([("a", 2), ("b", 1)],), ["a", "a", "b"]), Example(([],), []), Example(([(1, 0)],), [])],
    holds=lambda runs, ret: len(ret) == sum(max(0, length) for _, length in runs),
)
def run_length_decode(runs: list[tuple[T, int]]) -> list[T]:
    """The items of runs (item, length), one after the other."""
    return [item for item, length in runs for _ in range(length)]
