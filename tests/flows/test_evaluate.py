"""Scoring: hidden tests decide, rows are resumable, figures are counted."""

import pytest

from aurora.adapters.tasks.read import Scored
from aurora.flows.evaluate import Evaluation, Row, repair_row, summarise, synthesis_row
from aurora.model.answer import Patch, Question, Repair, Synthesis
from aurora.model.execution import Outcome, Status
from aurora.model.task import RepairTask, SynthesisTask
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedSandbox

TASK = SynthesisTask("add one", "f", asserts=("assert f(1) == 2",), setup="import math")
CODE = "def f(x):\n    return x + 1\n"


def synthesis(verdict: Verdict, code: str = "", question: Question | None = None) -> Synthesis:
    return Synthesis(Judgement(verdict), code, "s", question=question, tried=3, seconds=0.5, peak_mb=2.0)


def scored(expect: str = "") -> Scored[SynthesisTask]:
    return Scored("a/1", TASK, "import math", ("assert f(5) == 6",), expect=expect)


def test_a_wrong_function_is_answered_and_not_solved() -> None:
    row = synthesis_row(scored(), synthesis(Verdict.VERIFIED, CODE), ScriptedSandbox(Outcome(Status.RAISED)))
    assert (row["verdict"], row["solved"]) == ("verified", False)


def test_an_abstention_is_neither_solved_nor_unsolved_and_runs_nothing() -> None:
    sandbox = ScriptedSandbox()
    row = synthesis_row(scored(), synthesis(Verdict.ABSTAINED, CODE), sandbox)
    assert (row["solved"], row["code"], sandbox.asked) == (None, "", [])


def test_the_hidden_asserts_are_run_with_setup_and_code() -> None:
    sandbox = ScriptedSandbox(Outcome(Status.OK))
    row = synthesis_row(scored(), synthesis(Verdict.CONSISTENT, CODE), sandbox)
    (program,) = sandbox.asked
    assert program.source == f"import math\n{CODE}\nassert f(1) == 2\nassert f(5) == 6"
    assert (row["solved"], row["seconds"], row["candidates"], row["peak_mb"]) == (True, 0.5, 3, 2.0)


@pytest.mark.parametrize(
    ("expect", "verdict", "question", "solved"),
    [
        ("abstain", Verdict.ABSTAINED, None, True),
        ("abstain", Verdict.VERIFIED, None, False),
        ("ask", Verdict.CONSISTENT, Question("f(0)", ("0", "1")), True),
        ("ask", Verdict.CONSISTENT, None, False),
        ("ask", Verdict.FAILED, None, True),
    ],
)
def test_a_task_that_should_not_be_answered_is_solved_by_not_answering(
    expect: str, verdict: Verdict, question: Question | None, solved: bool
) -> None:
    row = synthesis_row(scored(expect), synthesis(verdict, CODE, question), ScriptedSandbox())
    assert row["solved"] is solved


def repair_of(files: dict[str, str], verdict: Verdict = Verdict.VERIFIED) -> Repair:
    return Repair(Judgement(verdict), Patch((), files), strategy="swap")


BROKEN = Scored(
    "r/1",
    RepairTask({"a.py": "x = 1\n"}, ("a.py",), tests={"test_a.py": "t"}, timeout=5),
    hidden=("test_h.py",),
    hidden_files={"test_h.py": "h"},
)


def test_a_patch_that_touches_another_file_is_not_solved_and_nothing_is_run() -> None:
    sandbox = ScriptedSandbox()
    row = repair_row(BROKEN, repair_of({"test_a.py": ""}), sandbox)
    assert (row["solved"], sandbox.asked) == (False, [])


@pytest.mark.parametrize(("added", "judged"), [("helper.py", 1), ("pkg/conftest.py", 0), ("pytest.ini", 0)])
def test_a_new_module_is_judged_and_what_steers_pytest_is_not(added: str, judged: int) -> None:
    sandbox = ScriptedSandbox(Outcome(Status.OK))
    row = repair_row(BROKEN, repair_of({"a.py": "x = 2\n", added: ""}), sandbox)
    assert (row["solved"], len(sandbox.asked)) == (bool(judged), judged)


def test_the_hidden_tests_are_run_on_the_patched_files() -> None:
    sandbox = ScriptedSandbox(Outcome(Status.OK))
    row = repair_row(BROKEN, repair_of({"a.py": "x = 2\n"}), sandbox)
    (program,) = sandbox.asked
    assert program.files == {"a.py": "x = 2\n", "test_a.py": "t", "test_h.py": "h"}
    assert program.command is not None
    assert program.command[-1] == "test_h.py"
    assert (row["solved"], row["patch"], row["strategy"]) == (True, {"a.py": "x = 2\n"}, "swap")


def test_a_repair_that_was_not_found_is_not_judged() -> None:
    assert repair_row(BROKEN, repair_of({}, Verdict.ABSTAINED), ScriptedSandbox())["solved"] is None


def rows_of(*facts: tuple[str, bool | None, float]) -> list[Row]:
    return [
        {"id": str(n), "verdict": verdict, "solved": solved, "seconds": seconds, "peak_mb": seconds, "strategy": "s"}
        for n, (verdict, solved, seconds) in enumerate(facts)
    ]


def test_memory_that_was_not_measured_is_no_figure() -> None:
    row = repair_row(BROKEN, repair_of({}, Verdict.ABSTAINED), ScriptedSandbox())
    assert row["peak_mb"] is None
    assert summarise([row])["peak_mb"] is None
    assert summarise([row, {**row, "peak_mb": 2.0}, {**row, "peak_mb": 0.0}])["peak_mb"] == 2.0


def test_no_rows_have_no_shares() -> None:
    summary = summarise([])
    assert (summary["tasks"], summary["solved_rate"], summary["p50_seconds"]) == (0, None, None)


def test_figures_are_counted_from_the_rows() -> None:
    rows = rows_of(
        ("verified", True, 1.0), ("verified", False, 2.0), ("consistent", True, 3.0), ("abstained", None, 4.0)
    )
    summary = summarise(rows, budget=20.0, jobs=2)
    assert summary == {
        "tasks": 4,
        "answered": 3,
        "solved": 2,
        "solved_rate": 0.5,
        "verified": 2,
        "verified_solved": 1,
        "verified_precision": 0.5,
        "answered_precision": 0.6667,
        "p50_seconds": 2.5,
        "p95_seconds": 4.0,
        "peak_mb": 4.0,
        "budget": 20.0,
        "jobs": 2,
        "by_strategy": {"s": {"answered": 3, "solved": 2}},
    }


@pytest.mark.parametrize("jobs", [1, 3])
def test_tasks_that_are_done_are_not_run_again(jobs: int) -> None:
    tasks = [Scored(str(n), None) for n in range(6)]
    run = Evaluation(tasks, lambda task: {"id": task.id}, jobs)
    assert sorted(row["id"] for row in run.rows(["1", "4"])) == ["0", "2", "3", "5"]


def test_an_engine_that_breaks_ends_the_evaluation_with_its_error() -> None:
    def score(_task: Scored[None]) -> Row:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(Evaluation([Scored("1", None), Scored("2", None)], score, 2).rows([]))
