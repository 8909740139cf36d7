"""Search and judgement share the budget; what repairs is made when it is needed."""

from aurora.engines.living.intelligence import Intelligence
from aurora.model.answer import Candidate
from aurora.model.progress import Progress
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Verdict
from tests.doubles import ScriptedEngines


def test_nothing_found_is_an_abstention_and_a_seed_is_judged_first() -> None:
    engines = ScriptedEngines()
    it = Intelligence(engines, engines, lambda: engines)
    task = SynthesisTask("add", "f")
    assert it.write(task, Budget())[0].verdict is Verdict.ABSTAINED
    answer, found = it.write(task, Budget(), seeds=(Candidate("def f(): ...", "earlier"),))
    assert (answer.code, [each.strategy for each in found.candidates]) == ("def f(): ...", ["earlier"])
    assert it.calls == 2


def test_a_quarter_of_a_small_budget_is_left_for_the_judge() -> None:
    engines, steps = ScriptedEngines(), list[Progress]()
    Intelligence(engines, engines, lambda: engines).write(SynthesisTask("", "f"), Budget(4.0), steps.append)
    assert steps == [Progress("search", 1, 1, "3 s")]


def test_what_repairs_is_made_when_it_is_first_needed_and_the_sandbox_is_ended() -> None:
    engines, ended = ScriptedEngines(), list[str]()
    it = Intelligence(engines, engines, lambda: engines, lambda: ended.append("sandbox"))
    assert it.repair(RepairTask({}, ()), Budget()).verdict is Verdict.ABSTAINED
    it.close()
    assert (engines.closed, ended) == (True, ["sandbox"])
