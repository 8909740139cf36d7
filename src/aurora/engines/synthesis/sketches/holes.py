"""Holes: the cheapest expressions over a sketch's own variables, one for each behaviour at sample points."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from aurora.engines.synthesis.bank import Bank, Entry, leaf
from aurora.engines.synthesis.bench import Work
from aurora.engines.synthesis.operators import ATOM, NAMES, Operator, compiled, operator
from aurora.engines.synthesis.render import expression
from aurora.engines.synthesis.space import Space
from aurora.engines.synthesis.types import Type
from aurora.engines.synthesis.watchdog import TooSlowError

OWN, CAPTURED = 1, 2  # bits of programs that read a variable of the sketch, and of the function around it
_NO_LAMBDAS = 2  # the depth of a space from which on it makes none
_CHEAP = 2  # cost of the surrounding programs that a hole may read
_MOST = 12  # of them
_SPOKEN_OF = 4  # cost of the components that a hole may call

ASSIGN = (
    operator("{K:V} K V | {**{0}, {1}: {2}} | | 2 | assign map"),
    operator("{K:V} hashable any | {**{0}, {1}: {2}} | | 3 | assign map"),
    operator("{K:num} hashable num | {**{0}, {1}: {0}.get({1}, 0) + {2}} | | 2 | sum total add count"),
    operator("{K:V} hashable any | {**{0}, {1}: [*{0}.get({1}, []), {2}]} | | 2 | group collect list"),
    operator("{K:num} hashable num | {**{0}, {1}: max({0}.get({1}, {2}), {2})} | | 3 | maximum largest best"),
    operator("{K:num} hashable num | {**{0}, {1}: min({0}.get({1}, {2}), {2})} | | 3 | minimum smallest"),
)
"""What only makes sense in a step: a mapping with one more key, or with more under one."""


FAILURES = (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, MemoryError, TooSlowError)
"""What an expression may raise at a value that it was not made for."""


@dataclass(frozen=True, slots=True)
class Hole:
    """An expression that may stand in a hole; `run` takes the own variables, then the captured ones, by position."""

    entry: Entry
    text: str
    run: Callable[..., Any]

    @property
    def cost(self) -> int:
        """The cost of the expression."""
        return self.entry.cost

    def reads(self, name: str) -> bool:
        """Whether the expression reads a variable."""
        return any(item.text == name for item in self.entry.walk() if item.operator is None)

    @property
    def type(self) -> Type:
        """The type of its values at the sample points."""
        return self.entry.type


@dataclass(frozen=True, slots=True)
class Captured:
    """Cheap programs of the function around a sketch, with their values at every example."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, work: Work, without: Sequence[str] = ()) -> "Captured":
        """The parameters and the cheapest programs over them; `without` names parameters that are not read."""
        size = len(work.problem.inputs)
        cheap = [entry for entry in islice(work.space.bank.upto(_CHEAP), 60) if _plain(entry, without) and size]
        return cls(tuple(cheap[:_MOST]))

    def names(self) -> list[str]:
        """A name for each in compiled holes."""
        return [f"c{number}" for number in range(len(self.entries))]

    def at(self, example: int) -> list[Any]:
        """Their values at one example."""
        return [entry.values[example] for entry in self.entries]


def _plain(entry: Entry, without: Sequence[str]) -> bool:
    read = {item.text for item in entry.walk() if item.operator is None}
    return bool(entry.flags) and not read & set(without)


class Holes:
    """The expressions over some variables, level by level; constants are those of the task."""

    def __init__(
        self,
        work: Work,
        own: Mapping[str, Sequence[Any]],
        captured: Captured,
        examples: Sequence[int],
        *,
        extra: Sequence[Operator] = (),
        limit: int = 4000,
    ) -> None:
        """`own` has the values of each variable at every sample point, `examples` the example of each point."""
        points = len(examples)
        leaves = [leaf(name, list(values), 1, flags=OWN) for name, values in own.items()]
        outer = [_moved(entry, [entry.values[number] for number in examples]) for entry in captured.entries]
        constants = [_moved(entry, [entry.values[0]] * points) for entry in work.space.constants]
        self._names = [*own, *captured.names()]
        self._outer = {id(made): name for made, name in zip(outer, captured.names(), strict=True)}
        self.space = Space(
            [*leaves, *outer, *constants],
            [*(one for one in work.space.operators if not one.component or one.cost <= _SPOKEN_OF), *extra],
            bank=Bank(limit=limit, meter=work.space.bank.meter),
            depth=_NO_LAMBDAS,
            mask=OWN,
        )
        self._made: dict[int, Hole] = {}

    def fill(self, level: int) -> Iterator[None]:
        """Make the expressions up to this cost."""
        yield from self.space.fill(level)

    def costing(self, cost: int, wanted: Callable[[Type], bool]) -> Iterator[Hole]:
        """The expressions of one cost whose type is wanted."""
        for entry in self.space.bank.costing(cost):
            if wanted(entry.type):
                yield self._hole(entry)

    def _hole(self, entry: Entry) -> Hole:
        if entry.number not in self._made:
            scope = dict(NAMES)
            body = self._source(entry, scope)
            run = eval(f"lambda {', '.join(self._names)}: {body}", scope)
            self._made[entry.number] = Hole(entry, expression(entry)[0], run)
        return self._made[entry.number]

    def _source(self, entry: Entry, scope: dict[str, Any]) -> str:
        """The text that computes an entry; operators that guard what they do are called, not written out."""
        if id(entry) in self._outer:
            return self._outer[id(entry)]
        if entry.operator is None:
            return f"({entry.text})"
        made = entry.operator
        arguments = [self._source(argument, scope) for argument in entry.arguments]
        if not made.component and made.run is compiled(made.template, len(made.patterns)):
            return f"({made.text([(text, ATOM) for text in arguments])})"
        name = f"g{len(scope)}"
        scope[name] = made.run
        return f"{name}({', '.join(arguments)})"


def _moved(entry: Entry, values: list[Any]) -> Entry:
    """An entry of the function around, at the sample points of a hole."""
    flags = CAPTURED if entry.flags else 0
    return Entry(
        values, entry.type, entry.cost, entry.operator, entry.arguments, entry.text, entry.strength, flags=flags
    )
