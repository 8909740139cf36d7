"""Where the time of a program goes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HotFunction:
    """One function of the project; seconds are its own and with all that it calls."""

    path: str
    line: int
    name: str
    calls: int
    own_seconds: float
    seconds: float


@dataclass(frozen=True, slots=True)
class HotLine:
    """One line; the seconds were taken while every line was watched, so only their shares say something."""

    path: str
    line: int
    hits: int
    share: float  # of the time of all lines that were watched
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What was measured, the hottest first."""

    seconds: float = 0.0  # of one run that was not watched
    functions: tuple[HotFunction, ...] = ()
    lines: tuple[HotLine, ...] = ()
    sizes: tuple[tuple[int, float], ...] = ()  # (n, seconds)
    exponent: float | None = None  # of the growth with n
    trouble: str = ""  # why nothing could be measured


def exponent(sizes: Sequence[tuple[int, float]]) -> float | None:
    """The exponent k of seconds = c n^k: the slope of the logarithms by least squares, over the larger sizes.

    None when fewer than three sizes were measured.
    """
    points = [(math.log(size), math.log(seconds)) for size, seconds in sizes if size > 0 and seconds > 0]
    points = points[-max(3, (len(points) + 1) // 2) :]
    if len(points) < 3:
        return None
    x, y = (sum(column) / len(points) for column in zip(*points, strict=True))
    slope = sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)
    return float(slope)
