"""One strategy alone on a small task: how the examples of strategies are run."""

from functools import cache, partial
from typing import Any

from aurora.contracts.strategy import Strategy, Trial
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import Library, load
from aurora.engines.synthesis.problem import read
from aurora.engines.synthesis.watchdog import TooSlowError, limited
from aurora.model.effort import SECOND
from aurora.model.task import SynthesisTask

_PACKAGES = ("aurora.units.knowledge",)
_SECONDS = 10.0  # of a core, in steps
_PATIENCE = 300.0  # seconds of a stalled machine


@cache
def _library() -> Library:
    return load(_PACKAGES)


def answer(run: Strategy, given: Trial) -> Any:
    """The value of the trial's call in the first candidate; None when there is none in time.

    The trial's programs are the engine's own, so they run here and not in a sandbox. The processor time of a strategy
    that does not breathe is limited as well.
    """
    library = _library()
    try:
        return limited(partial(_answer, library, run, given), 2 * _SECONDS)()
    except TooSlowError:
        return None


def _answer(library: Library, run: Strategy, given: Trial) -> Any:
    task = SynthesisTask(prompt=given.prompt, signature=given.signature, asserts=given.asserts)
    bench = Bench(library, _PATIENCE, steps=int(_SECONDS * SECOND))
    for candidate in run(read(task), bench):
        if not bench.going:
            return None
        if candidate:
            scope: dict[str, Any] = {}
            exec(compile(candidate.code, "candidate", "exec"), scope)
            return eval(given.call, scope)
    return None
