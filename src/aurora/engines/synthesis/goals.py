"""Goals: the wanted outputs, and what would do as well because one known step leads from it to them."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aurora.engines.synthesis.bank import Bank, Entry, key_of, leaf
from aurora.engines.synthesis.closing import Closing
from aurora.engines.synthesis.inverses import Known, Step, before, last_steps, step
from aurora.engines.synthesis.operators import PLUS, TIMES, UNARY, Operator

Steps: TypeAlias = tuple[Step, ...]

_MOST_DECIMALS = 8
_LARGEST = 10**300  # not far below the largest float
_CLOSINGS = 6  # vectors of numbers that a closing step may end at
_WORSE = 4  # by which a hit of a closing step may cost more than the best of them
_LINEAR = (PLUS, TIMES, UNARY)  # of steps that a line takes in


@dataclass(frozen=True, slots=True)
class Hit:
    """A program that gives the wanted outputs on all examples."""

    entry: Entry
    cost: int


@dataclass(slots=True)
class Goals:
    """The fingerprints of the wanted vector and of those one or two steps before it (meeting in the middle)."""

    outputs: Sequence[Any]
    inputs: Sequence[tuple[str, Sequence[Any]]] = ()  # parameters with their values
    depth: int = 2
    whole: bool = True  # also found part by part, and near to numbers
    closings: bool = True  # also by lines and bounds, whose numbers the examples tell
    moduli: Mapping[int, int] = field(default_factory=dict)  # what an answer may be a rest or quotient by, with costs
    letters: Mapping[str, int] = field(default_factory=dict)  # characters whose codes may be added, with costs
    hits: list[Hit] = field(default_factory=list)
    _steps: dict[int, tuple[Steps, int]] = field(default_factory=dict)
    _joints: list["Joint"] = field(default_factory=list)
    _decimals: int | None = None
    _last: list[tuple[Sequence[int], list[Operator], Steps, int]] = field(default_factory=list)
    _closings: list[tuple[Closing, Steps, int]] = field(default_factory=list)
    _closed: int | None = None  # cost of the best hit of a closing step

    def __post_init__(self) -> None:
        points = len(self.outputs)
        codes = [(f"ord({letter!r})", ord(letter), cost) for letter, cost in self.letters.items()]
        plain = [(repr(number), number, cost) for number, cost in self.moduli.items()]
        coded = [*codes, *plain] if _characters(self.outputs) else plain
        numbers = tuple(leaf(text, [number] * points, cost) for text, number, cost in coded)
        known = Known(tuple(leaf(name, list(column), 1, flags=1) for name, column in self.inputs), numbers)
        self._add(list(self.outputs), (), 0, self.depth, known)
        if not self.whole:
            return
        numeric = all(type(value) in (int, float) for value in self.outputs)
        if numeric and any(type(value) is float for value in self.outputs):
            self._decimals = max(_decimals(value) for value in self.outputs)
        self._joints = [Joint(self.outputs, columns, whole) for columns, whole in _joints(self.outputs)]

    def attach(self, bank: Bank) -> None:
        """Be told of every entry of a bank."""
        bank.notice = self.notice
        bank.repeated = self._direct
        bank.wanted.update(key for key, (steps, _) in self._steps.items() if not steps)

    def notice(self, entry: Entry, key: int) -> None:
        """Look whether an entry is a goal."""
        self._direct(entry, key)
        for joint in self._joints:
            self.hits.extend(joint.met(entry, key))
        if self._decimals is not None and entry.type in ("float", "int"):
            self._near(entry)
        if entry.type == "int" and entry.flags:
            if self._last:
                self._finish(entry)
            for closing, steps, cost in self._closings:
                self._close(entry, closing, steps, cost)

    def _direct(self, entry: Entry, key: int) -> None:
        found = self._steps.get(key)
        if found:
            steps, extra = found
            self.hits.append(Hit(_after(entry, steps), entry.cost + extra))

    def _near(self, entry: Entry) -> None:
        value, first = entry.values[0], self.outputs[0]
        if not first - 1 < value < first + 1 or any(abs(other) > _LARGEST for other in entry.values):
            return
        pairs = list(zip(entry.values, self.outputs, strict=True))
        if all(math.isclose(value, wanted, rel_tol=1e-6, abs_tol=1e-9) for value, wanted in pairs):
            self.hits.append(Hit(entry, entry.cost))
        places = self._decimals or 0
        if places <= _MOST_DECIMALS and all(round(value, places) == wanted for value, wanted in pairs):
            self.hits.append(Hit(_after(entry, (step(f"round({{0}}, {places})", 3),)), entry.cost + 3))

    def _finish(self, entry: Entry) -> None:
        """Look whether one step that cannot be undone leads from an entry to the outputs, or to codes of theirs."""
        first = entry.values[0]
        for wanted, lasts, steps, extra in self._last:
            for last in lasts:
                if last.run(first) == wanted[0] and list(map(last.run, entry.values)) == list(wanted):
                    self.hits.append(Hit(_after(entry, (Step(last), *steps)), entry.cost + last.cost + extra))

    def _close(self, entry: Entry, closing: Closing, steps: Steps, extra: int) -> None:
        """Look whether a line or a bound leads from an entry to wanted numbers."""
        for made in closing.steps(entry.values):
            cost = entry.cost + made.cost + extra
            if self._closed is None or cost <= self._closed + _WORSE:
                self._closed = min(cost, cost if self._closed is None else self._closed)
                self.hits.append(Hit(_after(entry, (Step(made), *steps)), cost))

    def _add(
        self, values: list[Any], steps: Steps, cost: int, depth: int, known: Known, *, closed: bool = False
    ) -> None:
        """Want these values, and what leads to them; `closed` when a line from them is one from the values after."""
        key = key_of(values)
        if key is None or (key in self._steps and self._steps[key][1] <= cost):
            return
        self._steps[key] = (steps, cost)
        whole = set(map(type, values)) == {int}
        telling = whole and len(set(values)) > 1 and not set(values) <= {0, 1}
        if whole and (not steps or _characters(self.outputs)):
            self._last.append((values, list(last_steps(values, self.moduli)), steps, cost))
        if self.closings and telling and not closed and len(self._closings) < _CLOSINGS:
            self._closings.append((Closing(values), steps, cost))
        if depth:
            for earlier, link in before(values, known):
                linear = whole and link.operator.strength in _LINEAR
                self._add(earlier, (link, *steps), cost + link.cost, depth - 1, known, closed=linear)


def _after(entry: Entry, steps: Steps) -> Entry:
    for link in steps:
        entry = link.after(entry)
    return entry


class Joint:
    """Wanted outputs that are made of several vectors at once: met when a program was seen for each of them."""

    def __init__(self, outputs: Sequence[Any], columns: Sequence[list[Any]], whole: Operator) -> None:
        self._outputs, self._whole = outputs, whole
        self._places: dict[int | None, list[int]] = {}
        for place, column in enumerate(columns):
            self._places.setdefault(key_of(column), []).append(place)
        self._size = len(columns)
        self._found: dict[int, Entry] = {}

    def met(self, entry: Entry, key: int) -> Iterator[Hit]:
        """The hit that an entry with this fingerprint completes."""
        if key not in self._places:
            return
        for place in self._places[key]:
            self._found.setdefault(place, entry)
        if len(self._found) == self._size:
            chosen = tuple(self._found[place] for place in range(self._size))
            cost = self._whole.cost + sum(part.cost for part in chosen)
            yield Hit(Entry(self._outputs, "any", cost, self._whole, chosen, flags=_flags(chosen)), cost)


def _flags(entries: Sequence[Entry]) -> int:
    flags = 0
    for entry in entries:
        flags |= entry.flags
    return flags


def _joints(outputs: Sequence[Any]) -> Iterator[tuple[list[list[Any]], Operator]]:
    """The ways to take the outputs apart into vectors: place by place, unzipped, keys and values."""
    columns = _columns(outputs)
    if columns:
        size = len(columns)
        holes = ", ".join(f"{{{place}}}" for place in range(size))
        text = f"[{holes}]" if type(outputs[0]) is list else f"({holes},)" if size == 1 else f"({holes})"
        yield columns, Operator("parts", ("any",) * size, tuple, text, cost=size)
    kinds = set(map(type, outputs))
    if kinds == {list} and _pairs([item for output in outputs for item in output]):
        unzipped = [[[pair[place] for pair in output] for output in outputs] for place in range(2)]
        yield unzipped, Operator("zip", ("any", "any"), zip, "list(zip({0}, {1}))", cost=2, words="zip pair pairs")
    if kinds == {dict} and any(outputs):
        parts = [[list(output) for output in outputs], [list(output.values()) for output in outputs]]
        yield parts, Operator("dict", ("any", "any"), zip, "dict(zip({0}, {1}))", cost=2, words="dictionary map")


def _characters(outputs: Sequence[Any]) -> bool:
    """Whether all outputs are single characters."""
    return all(type(output) is str and len(output) == 1 for output in outputs)


def _pairs(items: Sequence[Any]) -> bool:
    return bool(items) and all(type(item) is tuple and len(item) == 2 for item in items)


def _columns(outputs: Sequence[Any]) -> list[list[Any]]:
    """The wanted vector of each place, when all outputs are lists or tuples of one small length."""
    sizes = {len(output) if type(output) in (list, tuple) else 0 for output in outputs}
    if len(sizes) != 1 or not 1 <= (size := sizes.pop()) <= 10:
        return []
    return [[output[place] for output in outputs] for place in range(size)]


def _decimals(value: float) -> int:
    text = repr(value)
    return 99 if "e" in text else len(text.partition(".")[2])
