"""Search and judgement share the budget; what repairs is made when it is needed."""

import pytest

from aurora.engines.living.intelligence import Intelligence
from aurora.model.answer import Candidate, Repair
from aurora.model.errors import BadInputError, CancelledJobError
from aurora.model.progress import Progress, Watch, silent
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
    assert it.figures() == {"written": 2, "repaired": 0, "answered": 1}


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


def test_what_a_call_broke_with_is_kept_until_one_does_not() -> None:
    engines = ScriptedEngines()
    broken, task = (
        Broken([OSError("no process"), BadInputError("is no task."), CancelledJobError("j")]),
        RepairTask({}, ()),
    )
    it = Intelligence(engines, engines, lambda: broken)
    with pytest.raises(OSError, match="no process"):
        it.repair(task, Budget())
    for fault in (BadInputError, CancelledJobError):  # the fault of who asked: the engines are no better or worse
        with pytest.raises(fault):
            it.repair(task, Budget())
        assert it.trouble == "OSError: no process"
    it.repair(task, Budget())
    assert (it.trouble, it.figures()["repaired"]) == ("", 4)


class Broken(ScriptedEngines):
    """Raises what it is given, then works."""

    def __init__(self, faults: list[Exception]) -> None:
        super().__init__()
        self.faults = faults

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        if self.faults:
            raise self.faults.pop(0)
        return super().repair(task, budget, watch)
