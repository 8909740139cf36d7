"""Bounds: what keeps the elements of a list from below or from above, at a value of its own in each example.

An element that changed shows the bound of its example, the others limit it: of the programs of the bank those that
agree are bounds (a witness function for `max` and `min`, as in FlashMeta, Polozov and Gulwani, 2015).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.lambdas import Child

_FEWEST = 2  # examples that show their bound
_TEMPLATES = {1: "max({0}, {1})", -1: "min({0}, {1})"}


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound from below (sign 1) or above (sign -1): by example its value, or what it is at most (times sign)."""

    sign: int
    known: tuple[int | None, ...]
    limits: tuple[int | None, ...]

    def fits(self, values: Sequence[int]) -> bool:
        """Whether the values, one for each example, may be this bound."""
        for value, known, limit in zip(values, self.known, self.limits, strict=True):
            signed = self.sign * value
            if (signed != known) if known is not None else (limit is not None and signed > limit):
                return False
        return True


def bound_of(sign: int, rows: Sequence[Sequence[int]], outputs: Sequence[Sequence[int]]) -> Bound | None:
    """What keeps these rows so that they become the outputs; None when no bound does, or too few examples show it."""
    known: list[int | None] = []
    limits: list[int | None] = []
    for row, output in zip(rows, outputs, strict=True):
        pairs = [(sign * old, sign * new) for old, new in zip(row, output, strict=True)]
        moved = {new for old, new in pairs if old != new}
        limit = min((old for old, new in pairs if old == new), default=None)
        level = next(iter(moved), None)
        if len(moved) > 1 or any(new < old for old, new in pairs):
            return None
        if level is not None and limit is not None and limit < level:
            return None
        known.append(level)
        limits.append(limit)
    shown = len(known) - known.count(None)
    return Bound(sign, tuple(known), tuple(limits)) if shown >= _FEWEST else None


class Bounds:
    """The bounds that the wanted elements of a list show; `bodies` are programs over one element that keep them."""

    def __init__(self, child: Child, wanted: Sequence[Any]) -> None:
        self._child, self._looked = child, 0
        rows, outputs = child.rows, child.grouped(wanted)
        whole = {type(item) for row in (*rows, *outputs) for item in row} == {int}
        found = [bound_of(sign, rows, outputs) for sign in _TEMPLATES] if whole else []
        self._bounds = [bound for bound in found if bound]

    def bodies(self) -> Iterator[Entry]:
        """The bodies with the programs that the surrounding space has made since the last time, cheapest first."""
        outer, begun = self._child.parent, self._looked
        self._looked = outer.filled
        for cost in range(begun + 1, outer.filled + 1) if self._bounds else ():
            entries = outer.bank.of("int", cost)
            outer.bank.meter.spend(len(entries) // 2)
            for bound in self._bounds:
                yield from (self._body(bound.sign, entry) for entry in entries if bound.fits(entry.values))

    def _body(self, sign: int, level: Entry) -> Entry:
        made = next(one for one in self._child.parent.operators if one.template == _TEMPLATES[sign])
        element = self._child.scope.leaves(self._child.rows)[0]
        cost, flags = made.cost + element.cost + level.cost, element.flags | level.flags
        return Entry((), "int", cost, made, (element, level), flags=flags)
