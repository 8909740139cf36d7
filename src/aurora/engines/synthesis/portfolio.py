"""The portfolio: strategies as coroutines that share one bank and one clock."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aurora.contracts.strategy import STRATEGY, Problem
from aurora.engines.synthesis.bench import Bench
from aurora.model.answer import Candidate
from aurora.registry.declare import AnyPart

_EXTRA = 0.5  # seconds of search after the first candidate, at least
_FAR = 12.0  # levels between the enumeration and a candidate that is doubted fully
_DOUBT = 5.0  # more of them when no candidate tells what the words say


@dataclass(slots=True)
class _Runner:
    """One strategy at work; `share` is its part of the time."""

    name: str
    steps: Iterator[Candidate | None]
    share: float
    prices: bool  # its candidates pay for the words they do not tell already
    used: float = 0.0

    @property
    def turn(self) -> float:
        """Who has the least goes next."""
        return self.used / self.share


def run(problem: Problem, bench: Bench) -> Iterator[Candidate | None]:
    """All strategies in turn until the deadline, or until enough was looked at after the first candidate."""
    runners = [_runner(part, problem, bench) for part in bench.library.parts if part.contract is STRATEGY]
    first: float | None = None
    while runners and time.monotonic() < bench.deadline:
        runner = min(runners, key=lambda one: one.turn)
        begun = time.monotonic()
        try:
            candidate = next(runner.steps)
        except StopIteration:
            runners.remove(runner)
            continue
        except Exception as error:  # noqa: BLE001 - one strategy that fails does not end the others
            bench.notes.append(f"{runner.name} failed: {type(error).__name__}: {error}")
            runners.remove(runner)
            continue
        runner.used += time.monotonic() - begun
        if candidate:
            first = first or time.monotonic()
            yield candidate if runner.prices else _surcharged(candidate, problem, bench)
        else:
            yield None
        if first and time.monotonic() - first > _extra(problem, bench, first):
            return


def _extra(problem: Problem, bench: Bench, first: float) -> float:
    """Seconds to look on after the first candidate: the longer, the less of the words the best one tells.

    A candidate that costs much more than what was enumerated so far is doubted too: a cheaper one may come.
    """
    work = bench.work(problem)
    early = (work.best - work.space.filled) / _FAR
    doubt = min(1.0, max(1.0 - work.assessor.best, early))
    return max(_EXTRA, _DOUBT * doubt * doubt, 0.5 * (first - bench.started))


def smaller(problem: Problem, bench: Bench, share: float) -> Iterator[Candidate | None]:
    """The portfolio on a part of a problem, within a share of the time that is left, until its first candidate."""
    inner = Bench(bench.library, share * max(0.0, bench.deadline - time.monotonic()), bench.bias)
    for candidate in run(problem, inner):
        yield candidate
        if candidate:
            return


def _runner(part: AnyPart, problem: Problem, bench: Bench) -> _Runner:
    share = part.facts.get("share", 1.0)
    steps = part.run(problem, bench)
    assert isinstance(share, float)
    share *= 2.0 ** bench.bias.get(part.id, 0.0)
    return _Runner(part.id, iter(steps), share, bool(part.facts.get("prices")))  # type: ignore[call-overload]


def _surcharged(candidate: Candidate, problem: Problem, bench: Bench) -> Candidate:
    """A candidate of a strategy that knows nothing of the words: it pays for what its components do not tell."""
    return replace(candidate, cost=candidate.cost + bench.work(problem).assessor.silence(candidate.components))
