"""Higher-order programs: for every list in a bank, programs over its elements make map, filter, count, sort key, ..."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from aurora.engines.synthesis.bank import Bank, Entry, key_of, leaf, room
from aurora.engines.synthesis.binders import Binder, Scope
from aurora.engines.synthesis.types import Type, is_sequence

if TYPE_CHECKING:
    from aurora.engines.synthesis.space import Space

_POINTS = 800  # elements over all examples
_ENTRIES = (0, 6000, 1200)  # of a child's bank, by its depth
_VALUES = 1_500_000  # of a child's bank, for all its entries together
_CAPTURED_COST = 2
_CAPTURED = 24
_INVARIANTS = {3: 40, 4: 24, 5: 16}  # costs of the parent's scalars that are captured too, and how many of each type
_SCALARS = ("int", "float", "str")
_WHOLE_LIST = 2  # more for a captured collection: most bodies read the element and numbers


class Child:
    """The space of programs over one element of a list, at all elements of all examples."""

    def __init__(
        self,
        parent: "Space",
        source: Entry,
        entries: int = 0,
        totals: list[list[Any]] | None = None,
        constants: Sequence[tuple[Any, int]] = (),
    ) -> None:
        """With `totals`, the elements from the second on, each beside what the scan had made of those before it.

        `constants` are values, with costs, that programs may use besides the constants of the parent.
        """
        rows = [list(row)[1 if totals else 0 :] for row in source.values]
        depth = parent.depth + 1
        self.source = source
        self.parent = parent
        self.spans = _spans(rows)
        self.rows = rows
        self.points = sum(map(len, rows))
        self.scope = Scope.over(source, depth)
        self._owners = [number for number, row in enumerate(rows) for _ in row]
        leaves = [*self.scope.leaves(rows), *_captured(parent, self._owners)]
        known = {key_of([entry.values[0]]) for entry in parent.constants}
        fresh = ((value, cost) for value, cost in constants if key_of([value]) not in known)
        leaves += [leaf(repr(value), [value] * self.points, cost) for value, cost in fresh]
        if totals:
            leaves.insert(0, self.scope.total([total for row in totals for total in row]))
        limit = room(entries, self.points) if entries else room(_ENTRIES[depth], self.points, _VALUES)
        self.space = type(parent)(
            leaves,
            parent.operators,
            binders=parent.binders,
            bank=Bank(limit=limit, meter=parent.bank.meter),
            depth=depth,
            children=6,
            mask=self.scope.mask,
        )

    def fill(self, upto: int) -> Iterator[None]:
        """Fill the levels up to this cost; what the parent has made of this cost meanwhile is captured."""
        bank = self.parent.bank
        for cost in range(self.space.filled + 1, upto + 1):
            for found in _SCALARS:
                for entry in islice((e for e in bank.of(found, cost) if e.flags), _INVARIANTS.get(cost, 0)):
                    self.space.leaves.append(_spread(entry, [entry.values[owner] for owner in self._owners]))
        yield from self.space.fill(upto)

    def grouped(self, values: Any) -> list[list[Any]]:
        """A vector over elements as one list for each example."""
        return [list(values[start:stop]) for start, stop in self.spans]


class Lambdas:
    """The children of a space, made for its cheapest lists."""

    def __init__(self, space: "Space", limit: int) -> None:
        self._space, self._limit = space, limit
        self._children: dict[int, Child | None] = {}

    def level(self, level: int) -> Iterator[None]:
        """Offer all higher-order programs of this cost."""
        for source in list(self._sources(level)):
            child = self.child(source)
            if child is None:
                continue
            yield from child.fill(level - source.cost - 1)
            for binder in self._space.binders:
                bodies = child.space.bank.costing(level - source.cost - binder.cost)
                for body in bodies:
                    if binder.takes(body, child.scope):
                        self._offer(child, binder, body, level)
                if bodies:
                    self._space.bank.meter.programs(len(bodies), len(child.rows) + child.points // 8)
                    yield

    def child(self, source: Entry) -> Child | None:
        """The space over the elements of a list; None when there are none, too many, or enough children already."""
        if source.number not in self._children:
            points = sum(map(len, source.values))
            usable = 0 < points <= _POINTS and len(self._children) < self._limit
            self._children[source.number] = Child(self._space, source) if usable else None
        return self._children[source.number]

    def made(self) -> Iterator[Child]:
        """The children that exist, the cheapest lists first."""
        found = [child for child in self._children.values() if child]
        yield from sorted(found, key=lambda child: child.source.cost)

    def _sources(self, level: int) -> Iterator[Entry]:
        for found in list(self._space.bank.by_type):
            if is_sequence(found):
                for cost in range(1, level - 1):
                    yield from (e for e in self._space.bank.of(found, cost) if e.flags & self._space.mask)

    def _offer(self, child: Child, binder: Binder, body: Entry, cost: int) -> None:
        made = child.grouped(body.values)
        try:
            values = list(map(binder.run, child.rows, made))
        except Exception:  # noqa: BLE001 - a program that raises on an example is not wanted
            return
        operator = binder.operator(child.scope, body)
        flags = child.source.flags | (body.flags & ~child.scope.mask)
        self._space.bank.offer(operator, values, (child.source, body), cost, flags)


def _spans(rows: list[list[Any]]) -> list[tuple[int, int]]:
    spans, start = [], 0
    for row in rows:
        spans.append((start, start + len(row)))
        start += len(row)
    return spans


def _captured(parent: "Space", owners: list[int]) -> list[Entry]:
    """The constants and the cheap programs of the parent as leaves: the same value at every element of an example."""
    cheap = [entry for entry in islice(parent.bank.upto(_CAPTURED_COST), _CAPTURED) if entry.flags]
    return [_spread(entry, [entry.values[owner] for owner in owners]) for entry in (*parent.constants, *cheap)]


def _spread(entry: Entry, values: list[Any]) -> Entry:
    found: Type = entry.type
    return Entry(
        values,
        found,
        entry.cost if isinstance(found, str) or found[0] == "dict" else entry.cost + _WHOLE_LIST,
        entry.operator,
        entry.arguments,
        text=entry.text,
        strength=entry.strength,
        flags=entry.flags,
    )
