"""Enumeration: the levels of the shared bank, one after the other."""

from collections.abc import Iterator
from typing import cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bench import Bench
from aurora.model.answer import Candidate

_DEEPEST = 40
_STRATEGY = "modules.autonomy.synthesis.enumerate_programs"


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Fill level by level; a hit is a candidate."""
    owner = cast("Bench", bench)
    work = owner.work(problem)
    if not problem.inputs:
        return
    for level in range(1, _DEEPEST):
        for _ in work.space.fill(level):
            yield from owner.harvest(problem, _STRATEGY)
            yield None
        yield from owner.harvest(problem, _STRATEGY)
        if work.space.bank.full:
            return
