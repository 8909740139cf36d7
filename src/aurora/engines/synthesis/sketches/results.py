"""Results: what loops give on the examples, compared with the goals of the search and written as statements."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from aurora.engines.synthesis.bank import Entry, key_of
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.constants import PARAMETER
from aurora.engines.synthesis.goals import Hit
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import vector_type
from aurora.engines.synthesis.words import stem, stems
from aurora.model.answer import Candidate

_BREATH = 20  # results between two breaths
AHEAD = 4  # by how much a hit may cost more than the level of a search at which it is released
_SPOKEN, _UNSPOKEN = -2, 2  # what the words take from and add to the price of a sketch
_FAR_WHOLE, _FAR = 2, 3  # what the steps from a result to the answer may cost: many whole numbers are near to others

# One loop: the statements before, and the expression that then holds its result.
Written = tuple[str, str]


@dataclass(slots=True)
class Results:
    """The results that a strategy has offered, each behaviour once."""

    work: Work
    _seen: set[int] = field(default_factory=set)
    _held: list[Hit] = field(default_factory=list)

    def offer(
        self, values: Sequence[Any], cost: int, parts: tuple[Entry, ...], words: str, write: Callable[[], Written]
    ) -> bool:
        """Compare one vector of results with the goals; whether it led to one, held until it is released.

        `write` is called only then.
        """
        self.work.space.bank.meter.programs(1, len(values))
        key = key_of(list(values))
        if key is None or key in self._seen:
            return False
        self._seen.add(key)
        entry = Entry(list(values), vector_type(values), cost, None, parts, flags=PARAMETER)
        hits = self.work.goals.hits
        before = len(hits)
        self.work.goals.notice(entry, key)
        far = _FAR_WHOLE if type(values[0]) is int else _FAR
        made = [hit for hit in hits[before:] if hit.cost - cost <= far]
        del hits[before:]
        if not made:
            return False
        prelude, result = write()
        entry.operator = Operator("sketch", ("any",) * len(parts), tuple, result, words=words, prelude=prelude)
        self._held += made
        return True

    def forget(self) -> None:
        """Let the same results be offered again, for loops that are right by deduction."""
        self._seen.clear()

    def release(self, most: float) -> None:
        """Let the search have the hits of at most this cost: dearer ones wait until cheaper ones had their turn."""
        self.work.goals.hits += [hit for hit in self._held if hit.cost <= most]
        self._held = [hit for hit in self._held if hit.cost > most]


def by_level(
    owner: Bench, results: Results, strategy: str, levels: Iterable[int], steps: Callable[[int], Iterator[bool | None]]
) -> Iterator[Candidate | None]:
    """The candidates of a sketch that is searched level by level, the cheap ones as they come, the dear ones at last.

    `steps` of a level says True where results led to an answer, False where they did not, and None to breathe.
    """
    problem = results.work.problem
    for level in levels:
        for number, hit in enumerate(steps(level)):
            if hit:
                results.release(level + AHEAD)
                yield from owner.harvest(problem, strategy)
            elif hit is None or number % _BREATH == 0:
                yield None
        results.release(level + AHEAD)
        yield from owner.harvest(problem, strategy)
        yield None
    results.release(math.inf)
    yield from owner.harvest(problem, strategy)


def price(work: Work, base: int, words: str) -> int:
    """The price of a sketch: lower when the words of the task speak for it."""
    asked = set(stems(work.problem.words))
    if not work.problem.task.prompt:
        return base
    return base + (_SPOKEN if any(stem(word) in asked for word in words.split()) else _UNSPOKEN)
