"""Programs that keep all examples but one: what a search with one example less would have found first."""

from collections.abc import Sequence
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.render import components_of, function
from aurora.model.answer import Candidate

_LOOKED_AT = 60_000  # entries of each bank, cheapest first
_LEVELS = 60
_FEWEST = 3  # examples: of two, one alone says too little


def near(problem: Problem, bench: Bench) -> list[Candidate]:
    """The cheapest program for each example that it breaks, of those in the banks that keep all the others."""
    outputs = list(problem.outputs)
    if len(outputs) < _FEWEST:
        return []
    work = bench.work(problem)
    found: dict[int, Entry] = {}
    banks = (work.space.bank, *work.others)
    cheapest = merge(*(bank.upto(_LEVELS) for bank in banks), key=attrgetter("cost"))
    for entry in islice(cheapest, _LOOKED_AT * len(banks)):
        if entry.flags and type(entry.values[0]) in (type(outputs[0]), type(outputs[1])):
            place = only_miss(entry.values, outputs)
            if place is not None and place not in found:
                found[place] = entry
                if len(found) == len(outputs):
                    break
    return [
        Candidate(
            function(problem, entry, bench.parts),
            __name__,
            entry.cost + work.assessor.price(entry),
            components_of(entry),
        )
        for entry in found.values()
    ]


def only_miss(values: Sequence[Any], wanted: Sequence[Any]) -> int | None:
    """The one place where two vectors differ, in value or type; None when there are none or more."""
    missed = None
    for place, (value, other) in enumerate(zip(values, wanted, strict=False)):
        if value != other or type(value) is not type(other):
            if missed is not None:
                return None
            missed = place
    return missed
