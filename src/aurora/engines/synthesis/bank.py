"""The bank: values that the search has made, cheapest first, one for each behaviour on the examples."""

import marshal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from aurora.engines.synthesis.effort import Meter
from aurora.engines.synthesis.operators import ATOM, Operator
from aurora.engines.synthesis.types import Type, vector_type

_KEY_LIMIT = 6000  # bytes of a vector; larger values are never wanted on the way
_VALUES = 9_000_000  # that a bank of the whole problem keeps, so that its memory is bounded
_OVERHEAD = 20  # of an entry, in values
_TWIN_COST, _MOST_TWINS = 3, 4  # of programs that do the same on the examples, and how many of them are remembered
_FORMAT = 2  # the last marshal format whose bytes depend on the value alone


class Entry:
    """A program with its value at every point; `text` and `strength` are those of a leaf.

    `flags` has one bit for each kind of variable that the program reads (see `lambdas`); a constant has none.
    """

    __slots__ = ("arguments", "cost", "flags", "number", "operator", "strength", "text", "type", "values")

    def __init__(
        self,
        values: Sequence[Any],
        found: Type,
        cost: int,
        operator: Operator | None = None,
        arguments: "tuple[Entry, ...]" = (),
        text: str = "",
        strength: int = ATOM,
        flags: int = 0,
    ) -> None:
        self.values, self.type, self.cost, self.flags = values, found, cost, flags
        self.operator, self.arguments, self.text, self.strength = operator, arguments, text, strength
        self.number = 0

    def walk(self) -> "Iterator[Entry]":
        """This entry and all below it."""
        yield self
        for argument in self.arguments:
            yield from argument.walk()


def leaf(text: str, values: Sequence[Any], cost: int, *, flags: int = 0, strength: int = ATOM) -> Entry:
    """A variable or constant."""
    return Entry(values, vector_type(values), cost, text=text, strength=strength, flags=flags)


def key_of(values: Any) -> int | None:
    """A fingerprint of a vector that tells 1 from True and 1.0; None when it is too large to keep."""
    data = _bytes_of(values)
    return None if len(data) > _KEY_LIMIT else hash(data)


def _bytes_of(values: Any) -> bytes:
    try:
        return marshal.dumps(values, _FORMAT)
    except ValueError:
        return repr(values).encode("utf8", "replace")


def room(most: int, points: int, values: int = _VALUES) -> int:
    """How many entries with so many values each are kept: `most`, or fewer where they would take too much memory."""
    return min(most, values // (points + _OVERHEAD))


@dataclass(slots=True)
class Bank:
    """All entries by type and cost; `seen` holds the fingerprints, `notice` is told of every new entry.

    `twins` holds by fingerprint the cheap programs that behave alike, the one that is kept first.
    """

    limit: int = 300_000
    notice: Callable[[Entry, int], None] | None = None
    repeated: Callable[[Entry, int], None] | None = None
    by_type: dict[Type, dict[int, list[Entry]]] = field(default_factory=dict)
    by_cost: dict[int, list[Entry]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    wanted: set[int] = field(default_factory=set)
    count: int = 0
    tried: int = 0
    meter: Meter = field(default_factory=Meter)
    twins: dict[int, list[Entry]] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Whether nothing more is kept."""
        return self.count >= self.limit

    def add(self, entry: Entry) -> bool:
        """Keep an entry made elsewhere; False when its behaviour is known."""
        key = key_of(entry.values)
        return key is not None and self._keep(entry, key)

    def offer(self, operator: Operator, values: list[Any], arguments: tuple[Entry, ...], cost: int, flags: int) -> None:
        """Keep what an operator made, unless its behaviour is known."""
        self.tried += 1
        try:
            data = marshal.dumps(values, _FORMAT)
        except ValueError:
            data = _bytes_of(values)
        key = hash(data)
        if key in self.seen:
            if cost <= _TWIN_COST:
                self._twin(Entry(values, "any", cost, operator, arguments, flags=flags), key)
            if key in self.wanted and self.repeated:
                self.repeated(Entry(values, "any", cost, operator, arguments, flags=flags), key)
            return
        if len(data) > _KEY_LIMIT:
            self.seen.add(key)
            return
        self._keep(Entry(values, vector_type(values), cost, operator, arguments, flags=flags), key)

    def _twin(self, entry: Entry, key: int) -> None:
        """Remember a program that costs as much as a kept one and does the same on the examples, but maybe not else."""
        twins = self.twins.get(key)
        if twins and twins[0].cost == entry.cost and len(twins) <= _MOST_TWINS:
            twins.append(entry)

    def alternatives(self, entry: Entry) -> Iterator[Entry]:
        """The program with one of its cheap parts replaced by a twin of it."""
        if entry.cost <= _TWIN_COST and entry.number and not entry.flags >> 1:  # no program of a loop
            yield from self.twins.get(key_of(entry.values) or 0, ())[1:]
        for place, argument in enumerate(entry.arguments):
            for other in self.alternatives(argument):
                arguments = (*entry.arguments[:place], other, *entry.arguments[place + 1 :])
                yield Entry(entry.values, entry.type, entry.cost, entry.operator, arguments, flags=entry.flags)

    def _keep(self, entry: Entry, key: int) -> bool:
        if key in self.seen or self.full:
            return False
        self.seen.add(key)
        self.count += 1
        entry.number = self.count
        self.by_type.setdefault(entry.type, {}).setdefault(entry.cost, []).append(entry)
        self.by_cost.setdefault(entry.cost, []).append(entry)
        if entry.cost <= _TWIN_COST:
            self.twins[key] = [entry]
        if self.notice:
            self.notice(entry, key)
        return True

    def of(self, found: Type, cost: int) -> list[Entry]:
        """The entries of one type and cost."""
        return self.by_type.get(found, {}).get(cost, [])

    def costing(self, cost: int) -> list[Entry]:
        """The entries of one cost."""
        return self.by_cost.get(cost, [])

    def upto(self, cost: int) -> Iterator[Entry]:
        """The entries of at most this cost, cheapest first."""
        for price in sorted(self.by_cost):
            if price > cost:
                return
            yield from self.by_cost[price]
