"""Picks the cases and laws that are worth a test: those that reach or notice what no other does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aurora.engines.testing.cases import Case
from aurora.engines.testing.properties import Law

_CASES = 14  # of a target
_LAWS = 3


@dataclass(frozen=True, slots=True)
class Recorded:
    """A case, what it did, the goals that it reaches, and the mutants that it notices."""

    case: Case
    done: Mapping[str, Any]
    goals: frozenset[tuple[int, bool]]
    kills: frozenset[int]


@dataclass(frozen=True, slots=True)
class Held:
    """A law that held, and the mutants that break it."""

    law: Law
    kills: frozenset[int]


def chosen_cases(recorded: Sequence[Recorded], aim: frozenset[tuple[int, bool]] | None) -> list[Recorded]:
    """Greedy cover (Chvatal 1979) of goals and mutants, target by target, the shortest first among equals; with an
    `aim` only cases that reach one of these goals that no other reaches."""
    found: list[Recorded] = []
    seen: set[object] = set()
    for target in dict.fromkeys(each.case.target for each in recorded):
        left = [each for each in recorded if each.case.target == target]
        for _ in range(_CASES):
            best = max(left, key=lambda each: (len(_worth(each, aim) - seen), -len(str(each.case))), default=None)
            if best is None or not _worth(best, aim) - seen:
                break
            left.remove(best)
            seen |= _worth(best, aim)
            found.append(best)
    return found


def _worth(each: Recorded, aim: frozenset[tuple[int, bool]] | None) -> set[object]:
    if aim is not None:
        return set(each.goals & aim)
    return {*each.goals, *each.kills}


def chosen_laws(held: Sequence[Held]) -> list[Held]:
    """At most three laws of a target, each of which is broken by a mutant that breaks none before it."""
    found: list[Held] = []
    for target in dict.fromkeys(each.law.target for each in held):
        left, seen = [each for each in held if each.law.target == target], set[int]()
        for _ in range(_LAWS):
            best = max(left, key=lambda each: (len(each.kills - seen), -len(each.law.claim)), default=None)
            if best is None or not best.kills - seen:
                break
            left.remove(best)
            seen |= best.kills
            found.append(best)
    return found
