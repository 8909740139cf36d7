"""Fits the prior of the search and the calibration of the judge anew, to what came of answers in real use.

What is fitted is drawn to the file that comes with Aurora, and is measured against it on functions that were held out:
it counts when it is better by more than the standard error of the gain. Nothing is drawn by chance.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.store import Store
from aurora.engines.learning.replay import FOLDS, fold
from aurora.engines.synthesis import fitting, prior
from aurora.engines.synthesis.library import load
from aurora.engines.synthesis.problem import read
from aurora.engines.verify import model as judging
from aurora.engines.verify import recalibrate
from aurora.model.execution import Limits, Program, Status
from aurora.model.record import Record, Wanted
from aurora.model.refresh import Measured
from aurora.model.task import SynthesisTask
from aurora.model.verdict import Verdict
from aurora.pycode.trees import tree_of

T = TypeVar("T")
M = TypeVar("M")
_LEAST_SOLVED, _LEAST_TOLD, _LEAST_EACH = 30, 40, 5  # outcomes, below which nothing is fitted
_MOST = 400  # functions, the newest
_TEST = Limits(wall_seconds=5.0, cpu_seconds=5.0)
_UNKNOWN = frozenset({"NameError", "ImportError", "ModuleNotFoundError"})  # what the record leaves out was missing


@dataclass(frozen=True, slots=True)
class Refitted:
    """What was measured, and the text that is to count: None to leave it as it is, empty for the shipped one."""

    measured: Measured
    text: str | None = None


def refit_prior(store: Store, packages: tuple[str, ...]) -> Refitted:
    """The prior, moved towards the functions that were verified and hold."""
    records = list(_verified(store))
    if len(records) < _LEAST_SOLVED:
        return _too_few("prior", len(records), f"{len(records)} of {_LEAST_SOLVED} verified functions")
    library, shipped = load(packages, tried=False), prior.fitted()
    told = [(each.func_name, fitting.shown(solved(each), library)) for each in records]

    def fit(some: Sequence[fitting.Shown]) -> prior.Model:
        return fitting.refit(shipped, some)

    gains = _held_out(told, fit, shipped, fitting.held)
    new = fit([one for _, one in told])
    return _judged("prior", gains, new.text(), better=_surpasses(gains))


def refit_calibration(store: Store, sandbox: Sandbox) -> Refitted:
    """The confidence, set right by answers that later examples of the same function confirmed or broke."""
    told = list(_told(store, sandbox))
    wrong = sum(not each.right for _, each in told)
    if len(told) < _LEAST_TOLD or not _LEAST_EACH <= wrong <= len(told) - _LEAST_EACH:
        words = (
            f"{len(told)} of {_LEAST_TOLD} answers that later examples judged, {wrong} of them wrong"
            f" ({_LEAST_EACH} right and {_LEAST_EACH} wrong ones are needed)"
        )
        return _too_few("calibration", len(told), words)
    shipped = judging.fitted()

    def fit(some: Sequence[recalibrate.Outcome]) -> judging.Model:
        return recalibrate.recalibrated(shipped, some)

    gains = _held_out(told, fit, shipped, recalibrate.held)
    bold = _held_out(told, fit, shipped, lambda model, each: float(recalibrate.overclaims(model, each)))
    safe = sum(after - before for before, after in bold) <= 0
    new = fit([each for _, each in told])
    return _judged("calibration", gains, new.text(), better=safe and _surpasses(gains))


def _held_out(
    told: Sequence[tuple[str, T]], fit: Callable[[Sequence[T]], M], shipped: M, held: Callable[[M, T], float]
) -> list[tuple[float, float]]:
    """What the shipped model and one that was fitted without the function's fold foretell of each outcome."""
    found: list[tuple[float, float]] = []
    for number in range(FOLDS):
        mine = [each for name, each in told if fold(name) == number]
        model = fit([each for name, each in told if fold(name) != number]) if mine else shipped
        found += [(held(shipped, each), held(model, each)) for each in mine]
    return found


def _surpasses(gains: Sequence[tuple[float, float]]) -> bool:
    """Whether the mean gain is larger than its standard error."""
    steps = [after - before for before, after in gains]
    mean = sum(steps) / len(steps)
    spread = sum((step - mean) ** 2 for step in steps) / max(1, len(steps) - 1)
    return mean > math.sqrt(spread / len(steps)) and mean > 0


def _judged(what: str, gains: Sequence[tuple[float, float]], text: str, *, better: bool) -> Refitted:
    before, after = (round(sum(column) / len(gains), 6) for column in zip(*gains, strict=True))
    why = (
        "Better on functions that were held out than the one that comes with Aurora: it counts."
        if better
        else "Not better on functions that were held out: the one that comes with Aurora counts."
    )
    return Refitted(Measured(what, len(gains), before, after, better, why), text if better else "")


def _too_few(what: str, count: int, words: str) -> Refitted:
    return Refitted(Measured(what, count, 0.0, 0.0, False, f"{words}: too few to fit to, so it stays as it is."))


def _verified(store: Store) -> Iterator[Record]:
    """The newest verified record of each function that still has weight and that the prior can learn from."""
    records = sorted(store.corpus.all(Wanted()), key=lambda each: (each.timestamp, each.id), reverse=True)
    weights = store.corpus.weights([each.id for each in records])
    seen = set[tuple[str, str]]()
    for each in records:
        key = each.func_name, each.func_signature
        if each.verified and weights[each.id] > 0 and key not in seen and len(seen) < _MOST and _readable(each):
            seen.add(key)
            yield each


def _readable(record: Record) -> bool:
    """Whether it has examples to tell the types by, and code that is a function."""
    try:
        return bool(tree_of(record.snippet).body) and bool(solved(record).problem.inputs)
    except (SyntaxError, ValueError, RecursionError):
        return False


def solved(record: Record) -> fitting.Solved:
    """A record as what the prior is fitted to."""
    words = " ".join(record.post_bow)
    task = SynthesisTask(words, record.func_name, record.func_signature, asserts=record.tests)
    return fitting.Solved(read(task), record.snippet, record.components)


def _told(store: Store, sandbox: Sandbox) -> Iterator[tuple[str, recalibrate.Outcome]]:
    """Answers with their evidence of which it came out whether they were right, each once."""
    records = sorted(store.corpus.all(Wanted()), key=lambda each: (each.timestamp, each.id))
    weights = store.corpus.weights([each.id for each in records])
    latest = {(each.func_name, each.func_signature): each for each in records}
    seen = set[tuple[str, str]]()
    for each in reversed(records):
        evidence = recalibrate.evidence_of(each.evidence)
        key = each.func_name, each.snippet
        if evidence is None or key in seen or len(seen) >= _MOST or not Verdict(each.verdict).answered:
            continue
        right = _right(each, latest[each.func_name, each.func_signature], sandbox) if weights[each.id] > 0 else False
        if right is not None:
            seen.add(key)
            yield each.func_name, recalibrate.Outcome(evidence, each.synthesis_method, right)


def _right(record: Record, later: Record, sandbox: Sandbox) -> bool | None:
    """Whether an answer keeps the examples that were added since; None when there are none, or they cannot be run."""
    added = [test for test in later.tests if test not in record.tests]
    if not added or not set(record.tests) <= set(later.tests):
        return None
    outcome = sandbox.run(Program(source="\n".join([record.snippet, *added]), limits=_TEST))
    if outcome.status is Status.OK:
        return True
    known = outcome.raised is not None and outcome.raised.type not in _UNKNOWN
    return False if known else None
