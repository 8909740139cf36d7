"""Retrieval: every component of the library applied once to the parameters, the likeliest first."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.space import fitting
from aurora.model.answer import Candidate

_COMBINATIONS = 80  # of arguments for one component
_ARGUMENT_COST = 3  # of a program that is tried as an argument
_LOOK, _CALL = 100, 50  # steps of looking at a component, and of calling it
_PRICE = 6  # of components that are tried on more than the leaves
_WORDLESS_LEVEL = 5  # of the enumeration that goes first when no words speak for a component
_STRATEGY = "modules.autonomy.synthesis.retrieve_component"


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Apply components to the leaves, then the relevant ones to cheap programs."""
    owner = cast("Bench", bench)
    work = owner.work(problem)
    if not problem.inputs:
        return
    yield from work.space.fill(1 if problem.task.prompt else _WORDLESS_LEVEL)
    for limit, price in ((2, 99), (_ARGUMENT_COST, _PRICE)):
        yield from work.space.fill(limit)
        arguments = list(work.space.bank.upto(limit))
        for operator in sorted(work.components, key=lambda item: item.cost):
            if operator.cost > price:
                break
            owner.spend(_LOOK + _CALL * _try(work, operator, arguments))
            yield None
        yield from owner.harvest(problem, _STRATEGY)


def _try(work: Work, operator: Operator, arguments: list[Entry]) -> int:
    """Offer what a component makes of arguments to the bank; answers how many it was tried on."""
    pools = [[entry for entry in arguments if fitting(pattern, entry.type)] for pattern in operator.patterns]
    bank, wanted, picky = work.space.bank, work.problem.outputs[0], operator.cost > _PRICE
    combinations = list(islice(product(*pools), _COMBINATIONS))
    for chosen in combinations:
        flags = 0
        for entry in chosen:
            flags |= entry.flags
        if not flags or len({id(entry) for entry in chosen}) < len(chosen):
            continue
        try:
            if picky and not _near(operator.run(*(entry.values[0] for entry in chosen)), wanted):
                continue
            values = list(map(operator.run, *(entry.values for entry in chosen)))
        except Exception:  # noqa: BLE001 - a program that raises on an example is not wanted
            continue
        bank.offer(operator, values, chosen, operator.cost + sum(entry.cost for entry in chosen), flags)
    return len(combinations)


def _near(value: Any, wanted: Any) -> bool:
    """Whether an answer may be the wanted one, or one step before it."""
    if isinstance(value, bool) or isinstance(wanted, bool):
        return isinstance(value, bool)
    if isinstance(value, int | float) and isinstance(wanted, int | float):
        return abs(value - wanted) <= 2 or value == -wanted
    if isinstance(value, list | tuple) and isinstance(wanted, list | tuple):
        return len(value) == len(wanted)
    return type(value) is type(wanted) or isinstance(wanted, str | set)
