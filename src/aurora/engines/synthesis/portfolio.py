"""The portfolio: strategies as coroutines that share one bank; who pays best by the problem's shape goes most often.

Turns, shares and the end of the search are counted in steps of work (see `effort`); the clock only cuts.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from aurora.contracts.strategy import STRATEGY, Problem
from aurora.engines.synthesis.bench import Bench
from aurora.model.answer import Candidate
from aurora.model.effort import SECOND
from aurora.pycode.scopes import ignored_parameters
from aurora.registry.declare import AnyPart

_EXTRA = SECOND // 3  # steps of search after the first candidate, at least
_FAR, _FAR_UNTOLD = 12.0, 4.0  # levels between the enumeration and a candidate that is doubted fully; without words
_DOUBT, _DOUBT_UNTOLD = 3 * SECOND, 7 * SECOND  # more steps when no candidate tells what the words say; without words
_EXPLAINED = 1 / 16  # of the bits of the results: a program that costs less is doubted the less for its cost
_AGAIN = 0.5  # of the steps until the first candidate
_UNCOUNTED = SECOND // 300  # steps that a turn is charged which counts none
_LEAST = SECOND // 10_000  # steps that any turn is charged


@dataclass(slots=True)
class _Runner:
    """One strategy at work; `weight` is what it is expected to pay."""

    name: str
    steps: Iterator[Candidate | None]
    weight: float
    least: int  # steps that a turn is charged at least
    prices: bool  # its candidates pay for the words they do not tell already
    told: Callable[[Problem], float] | None  # the share of the words that its candidates tell, where it reads them
    blocks: float = 0.0  # seconds that one turn may take in which nothing can stop it
    used: int = 0

    @property
    def turn(self) -> tuple[float, float]:
        """Who has the least goes next; at first who is expected to pay most."""
        return self.used / self.weight, -self.weight


def run(problem: Problem, bench: Bench) -> Iterator[Candidate | None]:
    """All strategies in turn until the deadline, or until enough was looked at after the first candidate."""
    runners = list(_runners(problem, bench))
    first: int | None = None
    least = math.inf
    while runners and bench.going:
        runner = min(runners, key=lambda one: one.turn)
        if runner.blocks and runner.blocks > bench.left:
            runners.remove(runner)
            continue
        before = bench.meter.steps
        bench.phase = runner.name
        try:
            candidate = next(runner.steps)
        except StopIteration:
            runners.remove(runner)
            continue
        except Exception as error:  # noqa: BLE001 - one strategy that fails does not end the others
            bench.notes.append(f"{runner.name} failed: {type(error).__name__}: {error}")
            runners.remove(runner)
            continue
        bench.meter.steps = max(bench.meter.steps, before + runner.least)
        runner.used += bench.meter.steps - before
        if candidate:
            first = first or bench.meter.steps
            candidate = _counted(candidate, runner, problem, bench)
            least = min(least, candidate.cost)
        yield candidate
        if first and bench.meter.steps - first > _extra(problem, bench, first, least):
            return
    bench.exhausted = not runners and not bench.notes


def _extra(problem: Problem, bench: Bench, first: int, least: float) -> float:
    """Steps to look on after the first candidate, the best of which costs `least`: the more, the less of the words is
    told by one.

    A candidate that costs much more than what was enumerated so far is doubted too: a cheaper one may come. Without
    words it is doubted the less, the more the results say that it explains (minimum description length, Rissanen 1978).
    """
    work = bench.work(problem)
    far, most = (_FAR, _DOUBT) if problem.task.prompt else (_FAR_UNTOLD, _DOUBT_UNTOLD)
    distance = (least - work.space.filled) / far
    if not problem.task.prompt:
        distance *= min(1.0, least / (_EXPLAINED * work.information))
    doubt = min(1.0, max(1.0 - work.assessor.best, distance))
    return max(_EXTRA, most * doubt * doubt, _AGAIN * (first - bench.began))


def smaller(problem: Problem, bench: Bench, share: float) -> Iterator[Candidate | None]:
    """The portfolio on a part of a problem, within a share of the effort that is left, until its first candidate."""
    for candidate in run(problem, bench.inner(share)):
        yield candidate
        if candidate:
            return


def _runners(problem: Problem, bench: Bench) -> Iterator[_Runner]:
    for part in bench.library.parts:
        weight = expected(part, problem) if part.contract is STRATEGY else 0.0
        if weight > 0:
            weight *= 2.0 ** bench.bias.get(part.id, 0.0)
            steps = iter(part.run(problem, bench))  # type: ignore[call-overload]
            least = _LEAST if part.facts.get("counts") else _UNCOUNTED
            blocks = part.facts.get("blocks", 0.0)
            assert isinstance(blocks, float)
            told = part.facts.get("told")
            assert told is None or callable(told)
            yield _Runner(part.id, steps, weight, least, bool(part.facts.get("prices")), told, blocks)


def expected(part: AnyPart, problem: Problem) -> float:
    """What a strategy is expected to pay on a problem, as a weight; 1.0 when it does not say."""
    expects = part.facts.get("expects")
    return float(expects(problem)) if callable(expects) else 1.0


def _counted(candidate: Candidate, runner: _Runner, problem: Problem, bench: Bench) -> Candidate:
    """A candidate with its whole price: one of a strategy that knows nothing of the words pays for what its components
    do not tell, and for the parameters that it does not read; of one that reads the words for itself, what it tells is
    known from now on."""
    assessor = bench.work(problem).assessor
    if runner.told:
        assessor.best = max(assessor.best, runner.told(problem))
    if runner.prices:
        return candidate
    unsaid = assessor.silence(candidate.components) + assessor.idle(ignored_parameters(candidate.code, problem.name))
    return replace(candidate, cost=candidate.cost + unsaid)
