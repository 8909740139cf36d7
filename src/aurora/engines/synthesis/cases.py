"""Cases: programs that are right on some points, told apart by conditions (divide and conquer).

Follows EUSolver (Alur et al., 2017): terms and conditions come from the shared bank. Instead of growing a tree
greedily, the cheapest one of at most two conditions in a row is searched for, then a greedy list of more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Bank, Entry
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.effort import BREATH, Meter
from aurora.engines.synthesis.goals import Hit
from aurora.engines.synthesis.operators import CHOICE, Operator
from aurora.model.answer import Candidate
from aurora.model.effort import SECOND
from aurora.pycode.literals import type_key

_STRATEGY = "modules.autonomy.synthesis.split_cases"
_TERMS, _CONDITIONS = 150, 1500
_LEVELS = range(4, 13)
_BRANCHES, _SHOWN = 5, 2  # of a decision list at most, and points of each of its branches at least
_DEPTH = 2  # conditions in a row, in a tree
_SHOWN_TREES = 6
_EFFORT = SECOND // 4  # steps for the trees of one depth
_LONELY = 3  # for a branch that only one example shows, unless its kind of value tells that there is one

IF = Operator("if", ("bool", "T", "T"), lambda c, a, b: a if c else b, "{1:2} if {0:2} else {2:1}", CHOICE, 3)


@dataclass(frozen=True, slots=True)
class Term:
    """A program and the points at which it is right, as bits."""

    entry: Entry
    mask: int


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Look for decisions each time the bank has grown by a level."""
    owner = cast("Bench", bench)
    work = owner.work(problem)
    if len(problem.inputs) < 2:
        return
    for level in _LEVELS:
        for _ in work.space.fill(level - 1):
            yield None
        for entry in decisions(work.space.bank, problem.outputs, level + 4):
            if entry:
                work.goals.hits.append(Hit(entry, entry.cost))
            else:
                yield None
        yield None
        yield from owner.harvest(problem, _STRATEGY)


def decisions(bank: Bank, wanted: Sequence[Any], most: int) -> Iterator[Entry | None]:
    """Programs of at most this cost that decide between terms and give `wanted`, cheapest first; None as a breath."""
    full = (1 << len(wanted)) - 1
    bank.meter.spend(bank.count + len(wanted) * 100)
    terms = _terms(bank, wanted, most)
    yield None
    conditions = list(_distinct(_masks(bank, most), _CONDITIONS))
    if len(terms) < 2 or not conditions:
        return
    trees = Trees(terms, conditions, bank.meter, apart(wanted))
    found = []
    for entry in trees.over(full, most + 4):
        if entry:
            found.append(entry)
        else:
            yield None
    yield from sorted(found, key=lambda entry: entry.cost)[:_SHOWN_TREES]
    yield from _list(terms, conditions, full)


class Trees:
    """The cheapest decisions between terms for sets of points, each set solved once.

    Conditions that tell the same points apart count as one, so that of a few points only few trees are looked at.
    """

    def __init__(self, terms: Sequence[Term], conditions: Sequence[Term], meter: Meter, told: int = 0) -> None:
        """`told` are the points of which a branch of their own is no surprise."""
        self._terms, self._conditions, self._meter, self._told = terms, conditions, meter, told
        self._best: dict[tuple[int, int], tuple[Entry | None, int]] = {}

    def over(self, points: int, most: int) -> Iterator[Entry | None]:
        """For each condition the cheapest decision that it begins, of at most this cost; None as a breath.

        Decisions of two conditions in a row are looked for within `_EFFORT`, and only where they are cheaper.
        """
        cuts, best = list(self._cuts(points)), most + 1
        for depth in range(_DEPTH):
            begun = mark = self._meter.steps
            most = min(most, best - 1)
            for condition, yes, no in cuts:
                entry = self._joined(condition, yes, no, depth, most)
                if entry:
                    best = min(best, entry.cost)
                    yield entry
                if self._meter.steps - mark > BREATH:
                    mark = self._meter.steps
                    yield None
                if self._meter.steps - begun > _EFFORT:
                    return

    def _cuts(self, points: int) -> Iterator[tuple[Entry, int, int]]:
        """The conditions that tell some of the points from the others, the cheapest for each way to do so."""
        seen: set[int] = set()
        for condition in self._conditions:
            yes = condition.mask & points
            if yes and yes != points and yes not in seen:
                seen.add(yes)
                yield condition.entry, yes, points & ~yes
        self._meter.spend(len(self._conditions) // 8)

    def _joined(self, condition: Entry, yes: int, no: int, depth: int, most: int) -> Entry | None:
        lonely = _LONELY * sum(points & (points - 1) == 0 and not points & self._told for points in (yes, no))
        left = most - IF.cost - condition.cost - lonely
        first = self._tree(yes, depth, left - 1)
        second = first and self._tree(no, depth, left - first.cost)
        if not first or not second or first is second:
            return None
        cost = most - left + first.cost + second.cost
        flags = condition.flags | first.flags | second.flags
        return Entry((), "any", cost, IF, (condition, first, second), flags=flags)

    def _tree(self, points: int, depth: int, most: int) -> Entry | None:
        """The cheapest decision of at most this depth and cost that is right at these points."""
        known = self._best.get((points, depth))
        if known is None or (known[0] is None and known[1] < most):
            known = (self._searched(points, depth, most), most)
            self._best[points, depth] = known
        best = known[0]
        return best if best and best.cost <= most else None

    def _searched(self, points: int, depth: int, most: int) -> Entry | None:
        self._meter.spend(4 + len(self._terms) // 12)
        best = next((term.entry for term in self._terms if not points & ~term.mask), None)
        if best or not depth or points & (points - 1) == 0:
            return best
        for condition, yes, no in self._cuts(points):
            made = self._joined(condition, yes, no, depth - 1, most)
            if made:
                best, most = made, made.cost - 1
        return best


def apart(wanted: Sequence[Any]) -> int:
    """The points whose value is of a kind that none of the others has, where these are several, as bits."""
    kinds = [float if type(value) is int else type(value) for value in wanted]
    if len(kinds) <= 2:
        return 0
    return sum(1 << place for place, kind in enumerate(kinds) if kinds.count(kind) == 1)


def _terms(bank: Bank, wanted: Sequence[Any], most: int) -> list[Term]:
    """Programs that are right at some points and not at all, the cheapest for each set of points."""
    keys = [type_key(value) for value in wanted]
    kinds = set(map(type, wanted))
    masked = (
        Term(
            entry,
            sum(1 << place for place, value in enumerate(entry.values) if _same(value, wanted[place], keys[place])),
        )
        for entry in bank.upto(most)
        if type(entry.values[0]) in kinds
    )
    return list(_distinct((term for term in masked if term.mask), _TERMS))


def _same(value: Any, wanted: Any, key: Any) -> bool:
    return type(value) is type(wanted) and value == wanted and type_key(value) == key


def _masks(bank: Bank, most: int) -> Iterator[Term]:
    for cost in range(1, most):
        for entry in bank.of("bool", cost):
            yield Term(entry, sum(1 << place for place, value in enumerate(entry.values) if value))


def _distinct(terms: Iterable[Term], most: int) -> Iterator[Term]:
    seen: set[int] = set()
    for term in terms:
        if term.mask not in seen:
            seen.add(term.mask)
            yield term
            if len(seen) >= most:
                return


def _list(terms: list[Term], conditions: list[Term], full: int) -> Iterator[Entry]:
    """A decision list of four or five branches that two examples or more show each (Rivest 1987), the widest first."""
    branches: list[tuple[Term, Entry, int]] = []
    rest, last = full, None
    while len(branches) < _BRANCHES - 1:
        closed = (_closed(condition, terms, rest) for condition in conditions)
        best = max((one for one in closed if one), key=lambda one: one[2].bit_count(), default=None)
        if best is None:
            return
        branches.append(best)
        rest &= ~best[2]
        last = next((term for term in terms if not rest & ~term.mask), None)
        if last:
            break
    if last is None or len(branches) < _BRANCHES - 2:
        return
    made = last.entry
    for condition, term, points in reversed(branches):
        rest |= points
        made = _choice(Term(condition.entry, points), term, made, rest)
    yield made


def _closed(condition: Term, terms: list[Term], rest: int) -> tuple[Term, Entry, int] | None:
    """A branch for the points of a condition that are left, when one term is right at two or more, and others stay."""
    points = condition.mask & rest
    if points.bit_count() < _SHOWN or (rest & ~points).bit_count() < _SHOWN:
        return None
    term = next((term for term in terms if not points & ~term.mask), None)
    return (condition, term.entry, points) if term else None


def _choice(condition: Term, yes: Entry, no: Entry, points: int) -> Entry:
    lonely = sum(_LONELY for mask in (condition.mask, points & ~condition.mask) if mask.bit_count() == 1)
    cost = IF.cost + condition.entry.cost + yes.cost + no.cost + lonely
    flags = condition.entry.flags | yes.flags | no.flags
    return Entry((), "any", cost, IF, (condition.entry, yes, no), flags=flags)
