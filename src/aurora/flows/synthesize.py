"""Write one function: search -> judge."""

import time
from dataclasses import replace

from aurora.flows.tools import Tools
from aurora.model.answer import Synthesis
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, SynthesisTask


def synthesize(tools: Tools, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Synthesis:
    """The best function for a task, with what may be said of it; `seconds` covers search and judgement."""
    started = time.perf_counter()
    found = tools.search.search(task, budget, watch)
    answer = tools.judge.judge(task, found, budget, watch)
    return replace(answer, seconds=time.perf_counter() - started, tried=found.tried, peak_mb=found.peak_mb)
