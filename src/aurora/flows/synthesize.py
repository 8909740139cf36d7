"""Write one function: search -> judge."""

import time
from dataclasses import replace

from aurora.flows.tools import Tools
from aurora.model.answer import Synthesis
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget, SynthesisTask

_JUDGING = 4.0  # seconds of the budget that are kept for the judge, of a small budget a quarter


def synthesize(
    tools: Tools, task: SynthesisTask, budget: Budget, watch: Watch = silent, *, tests: bool = False
) -> Synthesis:
    """The best function for a task, with what may be said of it; the budget covers search and judgement.

    With `tests`, an answer comes with a pytest file whose generated tests each notice a change of the function.
    """
    started = time.perf_counter()
    judging = min(_JUDGING, budget.seconds / 4)
    found = tools.search.search(task, replace(budget, seconds=budget.seconds - judging), watch)
    left = max(judging, budget.seconds - (time.perf_counter() - started))
    answer = tools.judge.judge(task, found, replace(budget, seconds=left), watch)
    answer = replace(answer, seconds=time.perf_counter() - started, tried=found.tried, peak_mb=found.peak_mb)
    if tests and answer.verdict.answered:
        watch(Progress("tests"))
        return replace(answer, tests=tools.judge.tests(task, answer.code, budget))
    return answer
