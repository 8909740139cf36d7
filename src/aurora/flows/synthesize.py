"""Write one function: search -> judge."""

import time
from dataclasses import replace

from aurora.engines.living.intelligence import Intelligence
from aurora.engines.synthesis.suggest import suggestions
from aurora.flows.tools import Tools
from aurora.model.answer import Candidate, Found, Synthesis
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget, SynthesisTask


def synthesize(
    tools: Tools, task: SynthesisTask, budget: Budget, watch: Watch = silent, *, tests: bool = False
) -> Synthesis:
    """The best function for a task, with what may be said of it; the budget covers search and judgement.

    With `tests`, an answer comes with a pytest file whose generated tests each notice a change of the function.
    """
    answer, _ = attempt(tools, task, budget, watch)
    return with_tests(tools, task, answer, budget, watch, wanted=tests)


def attempt(
    tools: Tools,
    task: SynthesisTask,
    budget: Budget,
    watch: Watch = silent,
    seeds: tuple[Candidate, ...] = (),
) -> tuple[Synthesis, Found]:
    """The answer, and the candidates that it was chosen from: `seeds` and what the search finds."""
    started = time.perf_counter()
    answer, found = intelligence(tools).write(task, budget, watch, seeds)
    if not task.asserts and not answer.verdict.answered:
        answer = replace(answer, suggestions=suggestions(tools.discover().parts, task.prompt, task.name))
    return replace(answer, seconds=time.perf_counter() - started, tried=found.tried, peak_mb=found.peak_mb), found


def intelligence(tools: Tools) -> Intelligence:
    """The engines of this process behind one call."""
    return tools.part("C1", lambda: thinking(tools))


def thinking(tools: Tools) -> Intelligence:
    """One over these tools."""
    return Intelligence(tools.search, tools.judge, lambda: tools.mend)


def with_tests(
    tools: Tools, task: SynthesisTask, answer: Synthesis, budget: Budget, watch: Watch = silent, *, wanted: bool
) -> Synthesis:
    """The answer with its pytest file, when one is wanted and there is an answer."""
    if wanted and answer.verdict.answered:
        watch(Progress("tests"))
        return replace(answer, tests=tools.judge.tests(task, answer.code, budget))
    return answer
