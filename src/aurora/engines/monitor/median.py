"""The median, without the modules that `statistics` brings: a supervisor stays small."""

from collections.abc import Iterable


def median(values: Iterable[float]) -> float:
    """The middle of some values, or the mean of the two in the middle; raises `ValueError` when there are none."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no median of nothing")
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
