"""Work with memory: earlier answers are judged again, only what was verified teaches, and a wrong record is found."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.learning.trust import START, TRUST
from aurora.engines.verify.engine import Verifier
from aurora.flows.experience import (
    RECALLED,
    Origin,
    repair_project,
    search_leaning,
    take_back,
    write_function,
)
from aurora.flows.remember import memory_of, record_of, spec_hash
from aurora.flows.tools import Later, Tools
from aurora.model.answer import Candidate, Found, Patch, Repair, Synthesis
from aurora.model.errors import StoreError
from aurora.model.memory import FAILED, Source
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Judgement, Verdict
from aurora.pycode.normalise import fingerprint
from tests.doubles import ScriptedEngines, tools_with

DOUBLE = "def double(n):\n    return n * 2\n"
TASK = SynthesisTask(
    "Twice a number.",
    "double",
    "def double(n: int) -> int",
    asserts=tuple(f"assert double({n}) == {2 * n}" for n in (0, 1, 2, 7, -3, 11)),
)
OPERATOR = "modules.autonomy.repair.arithmetic"
PATCH = Patch((), {"a.py": "x = 1\n"}, f"{OPERATOR}, then {OPERATOR}", why="a.py:1: wrong sign")
BROKEN = RepairTask({"a.py": "x = 2\n"}, ("a.py",), issue="ZeroDivisionError: division by zero")


def repair(verdict: Verdict = Verdict.VERIFIED) -> Repair:
    return Repair(Judgement(verdict), PATCH if verdict.answered else None)


def values(tools: Tools) -> dict[tuple[str, str], float]:
    return {(each.subject, each.part): round(each.value, 4) for each in tools.store().lessons.of([])}


class Engines(ScriptedEngines):
    """Remembers the budgets it was given."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.budgets: list[Budget] = []

    def search(self, task: SynthesisTask, budget: Budget, watch: Any = None) -> Found:
        self.budgets.append(budget)
        return Found((Candidate(DOUBLE, "s.enumerate", 6.0, ("c.twice",)),), tried=7)

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Any = None) -> Synthesis:
        first = found.candidates[0]
        return Synthesis(Judgement(Verdict.VERIFIED), first.code, first.strategy, first.components)

    def repair(self, task: RepairTask, budget: Budget, watch: Any = None) -> Repair:
        self.budgets.append(budget)
        return self._repairs.pop(0)


@pytest.fixture
def engines() -> Engines:
    return Engines(repairs=[repair(), repair(), repair()])


@pytest.fixture
def tools(tmp_path: Path, engines: Engines) -> Iterator[Tools]:
    joined = tools_with(tmp_path, engines)
    yield replace(joined, settings=replace(joined.settings, exploration=0.0))
    joined.close()


def test_with_learning_off_nothing_is_kept(tools: Tools, engines: Engines) -> None:
    off = replace(tools, settings=replace(tools.settings, learning=0))
    answer, record = write_function(off, TASK, Budget())
    assert (answer.verdict, record.func_name) == (Verdict.VERIFIED, "double")
    repair_project(off, "shop", BROKEN, Budget(), link="")
    assert tools.store().corpus.counts() == {"without weight": 0}
    assert tools.store().memories.count_sources() == {}
    assert values(tools) == {}


def test_a_store_that_cannot_be_used_costs_only_the_memory(tools: Tools) -> None:
    def broken() -> Any:
        raise StoreError("no room", where="the disk")

    answer, _ = write_function(replace(tools, store=Later(broken)), TASK, Budget())
    assert answer.code == DOUBLE
    assert "The memory could not be used: the disk: no room" in answer.notes


@pytest.mark.parametrize("verdict", [Verdict.CONSISTENT, Verdict.ABSTAINED, Verdict.FAILED])
def test_nothing_is_learned_from_what_was_not_verified(
    tools: Tools, engines: Engines, monkeypatch: pytest.MonkeyPatch, verdict: Verdict
) -> None:
    monkeypatch.setattr(engines, "judge", lambda *_: Synthesis(Judgement(verdict), DOUBLE, "s", ("c.twice",)))
    write_function(tools, TASK, Budget())
    engines._repairs = [repair(verdict)]
    repair_project(tools, "shop", BROKEN, Budget(), link="")
    assert values(tools) == {}
    assert tools.store().memories.count_sources() == {"corpus": 1, "fix": 1}


def test_what_was_verified_teaches_and_the_next_search_leans(tools: Tools, engines: Engines) -> None:
    _, record = write_function(tools, TASK, Budget(), origin=Origin("numbers", "run 1"))
    assert values(tools) == {("int->int", "c.twice"): 0.3, ("int->int", "s.enumerate"): 0.3}
    assert tools.store().corpus.with_ids([record.id]) == [record]
    other = replace(TASK, name="treble", prompt="Thrice.")
    search_leaning(tools, other, Budget())
    assert [budget.bias for budget in engines.budgets] == [{}, {"c.twice": 0.3, "s.enumerate": 0.3}]
    unlike = replace(TASK, name="g", signature="def g(t: str) -> str")
    write_function(tools, unlike, Budget())
    assert engines.budgets[-1].bias == {}


def test_the_second_time_the_answer_is_judged_again_and_nothing_is_searched(tools: Tools, engines: Engines) -> None:
    first, _ = write_function(tools, TASK, Budget())
    before = values(tools)
    second, record = write_function(tools, TASK, Budget(), tests=True)
    assert len(engines.budgets) == 1
    assert (second.code, second.verdict, second.strategy) == (first.code, Verdict.VERIFIED, RECALLED)
    assert "verified again; no search" in second.notes[0]
    assert second.tests.startswith("# tests of double")
    assert (record.iteration, record.components) == (2, ("c.twice",))
    assert values(tools) == before


def test_a_task_that_differs_in_one_example_is_another_task(tools: Tools, engines: Engines) -> None:
    write_function(tools, TASK, Budget())
    write_function(tools, replace(TASK, asserts=(*TASK.asserts, "assert double(5) == 10")), Budget())
    assert len(engines.budgets) == 2
    assert spec_hash(TASK) != spec_hash(replace(TASK, asserts=()))


@pytest.mark.parametrize(
    "wrong",
    [
        "def double(n):\n    return n * 3\n",
        "def double(n):\n    return n + 1 if n > 2 else n * 2\n",
        "def double(n):\n    return {0: 0, 1: 2, 2: 4, 7: 14, -3: -6, 11: 22}.get(n, 99)\n",
        "def double(n):\n    raise ValueError\n",
        "not python (",
    ],
)
@pytest.mark.parametrize("rivals", [True, False])
def test_a_poisoned_record_is_found_and_loses_its_weight(
    tools: Tools, engines: Engines, wrong: str, rivals: bool
) -> None:
    found = Found((Candidate(DOUBLE, "s.enumerate", 6.0, ("c.twice",)),) if rivals else ())
    honest = Synthesis(Judgement(Verdict.VERIFIED), DOUBLE, "s.enumerate", ("c.twice",))
    poisoned = replace(record_of(TASK, honest, found, spec="numbers", provenance="run 1"), snippet=wrong)
    tools.store().corpus.add([(poisoned, memory_of(poisoned))])
    with closing(open_sandbox(workers=1)) as sandbox:
        answer, _ = write_function(replace(tools, judge=Verifier(sandbox)), TASK, Budget(100))
    assert fingerprint(answer.code) == fingerprint(DOUBLE)
    assert any("did not hold when it was judged again" in note for note in answer.notes)
    weights = {record.id: weight for record, weight in tools.store().corpus.of_spec(spec_hash(TASK))}
    assert weights.pop(poisoned.id) == 0.0
    assert list(weights.values()) == [1.0]
    assert tools.store().events.since(types=("learning.refuted",))[0].data == {"record": poisoned.id}
    recalled = tools.store().memories.of(Source.CORPUS, poisoned.id)
    assert recalled is not None
    assert (recalled.outcome, recalled.title) == (FAILED, "double: double number twice (found wrong later)")


def test_what_a_wrong_record_taught_is_unlearned(
    tools: Tools, engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, record = write_function(tools, TASK, Budget())
    monkeypatch.setattr(engines, "judge", lambda *_: Synthesis(Judgement(Verdict.ABSTAINED)))
    write_function(tools, TASK, Budget())
    assert values(tools)["int->int", "c.twice"] < 0.3
    assert [each.why for each in tools.store().lessons.lessons(part="c.twice")] == ["found wrong", "verified"]
    assert tools.store().corpus.of_spec(record.spec_hash)[1][1] == 0.0


def test_a_record_that_a_busy_machine_could_not_judge_at_once_keeps_its_weight(
    tools: Tools, engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, record = write_function(tools, TASK, Budget())
    answers = [Synthesis(Judgement(Verdict.ABSTAINED)), Synthesis(Judgement(Verdict.VERIFIED), DOUBLE)]
    monkeypatch.setattr(engines, "judge", lambda *_: answers.pop(0))
    assert write_function(tools, TASK, Budget())[0].strategy == RECALLED
    assert {weight for _, weight in tools.store().corpus.of_spec(record.spec_hash)} == {1.0}


def test_behind_a_poisoned_record_the_good_one_is_found(
    tools: Tools, engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, good = write_function(tools, TASK, Budget())
    poisoned = replace(good, id=str(UUID(int=7)), timestamp="2999", snippet="def double(n):\n    return 0\n")
    tools.store().corpus.add([(poisoned, memory_of(poisoned))])
    monkeypatch.setattr(engines, "judge", lambda *_: Synthesis(Judgement(Verdict.VERIFIED), DOUBLE))
    answer, _ = write_function(tools, TASK, Budget())
    assert (answer.strategy, len(engines.budgets)) == (RECALLED, 1)
    weights = {record.id: weight for record, weight in tools.store().corpus.of_spec(good.spec_hash)}
    assert weights.pop(poisoned.id) == 0.0
    assert set(weights.values()) == {1.0}


def test_an_answer_that_is_only_consistent_now_keeps_its_weight_and_is_searched_anew(
    tools: Tools, engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, record = write_function(tools, TASK, Budget())
    monkeypatch.setattr(engines, "judge", lambda *_: Synthesis(Judgement(Verdict.CONSISTENT), DOUBLE))
    write_function(tools, TASK, Budget())
    assert len(engines.budgets) == 2
    assert {weight for _, weight in tools.store().corpus.of_spec(record.spec_hash)} == {1.0}


def test_a_verified_repair_teaches_its_error_and_raises_trust(tools: Tools, engines: Engines) -> None:
    _, key = repair_project(tools, "shop", BROKEN, Budget(), link="here")
    assert set(values(tools)) == {("repair", OPERATOR), ("repair:ZeroDivisionError", OPERATOR), (TRUST, OPERATOR)}
    assert values(tools)[TRUST, OPERATOR] > START
    (event,) = tools.store().events.since(types=("fix.judged",))
    assert (event.subject, event.data["memory"], event.data["parts"]) == ("shop", key, [OPERATOR])
    repair_project(tools, "shop", BROKEN, Budget(), link="here")
    assert engines.budgets[-1].bias == {OPERATOR: pytest.approx(0.3)}
    assert tools.store().memories.count_sources() == {str(Source.FIX): 2}


def test_what_the_users_own_test_refuses_teaches_nothing(tools: Tools) -> None:
    answer, _ = repair_project(tools, "shop", BROKEN, Budget(), link="", confirm=lambda _: repair(Verdict.ABSTAINED))
    assert answer.patch is None
    assert values(tools) == {}


def test_a_change_that_is_taken_back_costs_trust_and_bias(tools: Tools, engines: Engines) -> None:
    _, key = repair_project(tools, "shop", BROKEN, Budget(), link="")
    before = values(tools)
    assert take_back(tools, (OPERATOR,), key) == ""
    after = values(tools)
    assert all(after[each] < before[each] for each in before)
    recalled = tools.store().memories.of(Source.FIX, key)
    assert recalled is not None
    assert (recalled.outcome, recalled.title) == (FAILED, "shop: ZeroDivisionError: division by zero (taken back)")
    for _ in range(3):
        take_back(tools, (OPERATOR,), "")
    repair_project(tools, "shop", BROKEN, Budget(), link="")
    assert engines.budgets[-1].bias[OPERATOR] < 0


def test_a_lint_rule_loses_trust_too(tools: Tools) -> None:
    take_back(tools, ("ruff:F841",), "")
    assert values(tools)[TRUST, "ruff:F841"] < START


def test_what_the_projects_services_reported_chooses_the_experience(tools: Tools, engines: Engines) -> None:
    repair_project(tools, "other", BROKEN, Budget(), link="")
    tools.store().lessons.reset()
    repair_project(tools, "other", BROKEN, Budget(), link="")
    tools.store().lessons.keep(
        [each for each in tools.store().lessons.of([]) if each.subject == "repair:ZeroDivisionError"], []
    )
    silent_task = replace(BROKEN, issue="")
    tools.store().events.append(
        "service.failed", source="luminar", subject="shop", data={"log": "ZeroDivisionError: division by zero"}
    )
    repair_project(tools, "shop", silent_task, Budget(), link="")
    assert engines.budgets[-1].bias[OPERATOR] == pytest.approx(0.3)
