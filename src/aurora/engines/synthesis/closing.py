"""Closing steps: a line or a bound whose numbers are read off the examples leads from a program to wanted numbers.

The search need not hold such a constant: two points tell a line, and the least or the greatest output tells a bound.
What the numbers cost keeps them from explaining a few examples by heart.
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial

from aurora.engines.synthesis.operators import PLUS, TIMES, UNARY, Operator

_SMALL, _LITTLE = 4, 2  # up to where a number is as usual as two, and what it costs
_PLAIN, _DIGIT = 3, 8  # what a number of one digit costs, and up to where
_LONELY = 3  # more for a bound that only one example shows
_BOUND, _SUM, _PRODUCT = 2, 1, 2
_WORDS = "add plus subtract minus multiply times"


def price(number: float) -> int:
    """What a number costs that nothing but the examples tells: about its bits, the smallest counts being usual."""
    if number in (0, 1):
        return 1
    if number == -1 or (1 < number <= _SMALL and number == int(number)):
        return _LITTLE
    size = abs(number)
    return _PLAIN if size <= _DIGIT + 2 else _PLAIN + min(99, math.ceil(math.log2(size) - 3))


class Closing:
    """The steps that end at some wanted whole numbers, which are not all the same.

    A line has fewer numbers than it has points: two points and two numbers would say nothing.
    """

    __slots__ = ("_first", "_greatest", "_high", "_last", "_least", "_low", "_shown", "_wanted")

    def __init__(self, wanted: Sequence[int]) -> None:
        self._wanted = list(wanted)
        self._least, self._greatest = min(wanted), max(wanted)
        self._low, self._high = self._wanted.index(self._least), self._wanted.index(self._greatest)

    def steps(self, values: Sequence[int]) -> Iterator[Operator]:
        """The steps that lead from these values to the wanted ones, where they are not there yet."""
        if len(values) != len(self._wanted):
            return
        low, high = self._low, self._high
        run, rise = values[high] - values[low], self._greatest - self._least
        if run and not rise % run:
            slope = rise // run
            start = self._least - slope * values[low]
            numbers = (abs(slope) != 1) + (start != 0)
            if numbers < len(set(values)) and [slope * value + start for value in values] == self._wanted:
                yield line(slope, start)
        if values[high] == self._greatest and [max(value, self._least) for value in values] == self._wanted:
            yield self._bound("max", self._least)
        if values[low] == self._least and [min(value, self._greatest) for value in values] == self._wanted:
            yield self._bound("min", self._greatest)

    def _bound(self, name: str, number: int) -> Operator:
        lonely = _LONELY if self._wanted.count(number) == 1 else 0
        run = partial(max if name == "max" else min, number)
        words = "least lowest minimum below" if name == "max" else "most highest maximum above limit"
        return Operator(
            name, ("int",), run, f"{name}({{0}}, {number})", cost=_BOUND + price(number) + lonely, words=words
        )


def line(slope: int, start: int) -> Operator:
    """The step of multiplying by a number and adding another."""
    cost = (0 if abs(slope) == 1 else _PRODUCT + price(abs(slope))) + (_SUM + price(abs(start)) if start else 0)
    factor = "" if abs(slope) == 1 else f" * {abs(slope)}"
    if slope < 0:
        text = f"{start} - {{0:9}}{factor}" if start else f"-{{0:10}}{factor}"
    else:
        shift = f" + {start}" if start > 0 else f" - {-start}" if start else ""
        text = f"{{0:{9 if factor else 8}}}{factor}{shift}"
    strength = PLUS if start else TIMES if factor else UNARY
    return Operator("line", ("int",), partial(_on_line, slope, start), text, strength, max(1, cost), _WORDS)


def _on_line(slope: int, start: int, value: int) -> int:
    return slope * value + start
