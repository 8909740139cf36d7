"""The order in which candidates are shown: simplest first, and one of each behaviour before more of the same."""

import copy
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.watchdog import bounded
from aurora.model.answer import Candidate

_SHOWN = 8
_PROBES = 24
_SECONDS = 0.2


def ranked(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates by cost, then by length of text; texts that occur again are dropped."""
    unique = {candidate.code: candidate for candidate in sorted(candidates, key=_price, reverse=True)}
    return sorted(unique.values(), key=_price)


def chosen(problem: Problem, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best candidates, at most eight: the cheapest of each behaviour first, then twins of the best."""
    inputs = list(probes(problem))
    seen: set[str] = set()
    distinct: list[Candidate] = []
    twins: list[Candidate] = []
    for candidate in ranked(candidates)[: 3 * _SHOWN]:
        shown = behaviour(problem, candidate.code, inputs)
        (twins if shown in seen else distinct).append(candidate)
        seen.add(shown)
    return sorted([*distinct, *twins][:_SHOWN], key=_price)


def behaviour(problem: Problem, code: str, inputs: Sequence[tuple[Any, ...]]) -> str:
    """What a function answers on inputs, as text."""
    scope: dict[str, Any] = {}
    exec(compile("\n".join([problem.task.setup, *problem.task.library.values(), code]), "candidate", "exec"), scope)
    run = scope[problem.name]
    return "; ".join(repr(bounded(partial(run, *copy.deepcopy(row)), _SECONDS)) for row in inputs)


def probes(problem: Problem) -> Iterator[tuple[Any, ...]]:
    """Inputs near those of the examples: one argument changed a little, or taken from another example."""
    made = 0
    for row in problem.inputs:
        for place, value in enumerate(row):
            for other in neighbours(value):
                yield (*row[:place], other, *row[place + 1 :])
                made += 1
                if made >= _PROBES:
                    return


def neighbours(value: Any) -> Iterator[Any]:
    """Values of the same kind that differ a little."""
    if type(value) in (int, float):
        yield from (value + 1, value * 2 + 3, 0)
    elif type(value) in (str, list, tuple):
        yield from (value[::-1], value[1:], value + value[:2], value[:0])


def _price(candidate: Candidate) -> tuple[float, int, str]:
    return candidate.cost, len(candidate.code), candidate.code
