"""Cases: programs that are right on some points, told apart by conditions (divide and conquer).

Follows EUSolver (Alur et al., 2017): terms and conditions come from the shared bank; here a cover is searched for the
cheapest decision of at most three branches.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Bank, Entry
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.goals import Hit
from aurora.engines.synthesis.operators import CHOICE, Operator
from aurora.model.answer import Candidate
from aurora.pycode.literals import type_key

_STRATEGY = "modules.autonomy.synthesis.split_cases"
_TERMS, _CONDITIONS = 150, 1500
_LEVELS = range(4, 13)
_BRANCHES, _SHOWN = 5, 2  # of a decision list at most, and points of each of its branches at least
_LONELY = 3  # for a branch that only one example shows

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
            work.goals.hits.append(Hit(entry, entry.cost))
        yield None
        yield from owner.harvest(problem, _STRATEGY)


def decisions(bank: Bank, wanted: Sequence[Any], most: int) -> Iterator[Entry]:
    """Programs of at most this cost that decide between terms and give `wanted`, cheapest first."""
    full = (1 << len(wanted)) - 1
    terms = _terms(bank, wanted, most)
    conditions = list(_distinct(_masks(bank, most), _CONDITIONS))
    if len(terms) < 2 or not conditions:
        return
    found = [*_two(terms, conditions, full), *_three(terms, conditions, full)]
    yield from sorted((entry for entry in found if entry.cost <= most + 4), key=lambda entry: entry.cost)[:6]
    yield from _list(terms, conditions, full)


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


def _two(terms: list[Term], conditions: list[Term], full: int) -> Iterator[Entry]:
    for condition in conditions:
        yes, no = condition.mask, full & ~condition.mask
        first = next((term for term in terms if yes and yes & ~term.mask == 0), None)
        second = first and next((term for term in terms if no and no & ~term.mask == 0), None)
        if first and second and first.entry is not second.entry:
            yield _choice(condition, first.entry, second.entry, full)


def _three(terms: list[Term], conditions: list[Term], full: int) -> Iterator[Entry]:
    """One branch closed by a term, the rest decided again."""
    for condition in conditions[:60]:
        closed = next((term for term in terms if condition.mask and condition.mask & ~term.mask == 0), None)
        rest = full & ~condition.mask
        if closed is None or rest.bit_count() < 2:
            continue
        inner = [Term(other.entry, other.mask & rest) for other in conditions[:120]]
        best = min(_two_within(terms, inner, rest), key=lambda entry: entry.cost, default=None)
        if best:
            yield _choice(condition, closed.entry, best, full)


def _two_within(terms: list[Term], conditions: list[Term], rest: int) -> Iterator[Entry]:
    for condition in conditions:
        no = rest & ~condition.mask
        if condition.mask and no:
            first = next((term for term in terms if condition.mask & ~term.mask == 0), None)
            second = first and next((term for term in terms if no & ~term.mask == 0), None)
            if first and second and first.entry is not second.entry:
                yield _choice(condition, first.entry, second.entry, rest)


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
