"""The text that pairs of a character and a number of times stand for."""

from aurora.contracts.component import Example, component


@component(
    words="expand run length decoding decompress repeat characters",
    examples=[Example(([("a", 3), ("b", 1)],), "aaab"), Example(([("x", 0)],), ""), Example(([],), "")],
    holds=lambda runs, ret: len(ret) == sum(len(char) * max(times, 0) for char, times in runs),
)
def decode_runs(runs: list[tuple[str, int]]) -> str:
    """The text that pairs of a character and a number of times stand for."""
    return "".join(char * times for char, times in runs)
