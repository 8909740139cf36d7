"""A run counts its own results."""

from aurora.model.answer import Repair, Synthesis
from aurora.model.run import FunctionResult, ProjectResult, Run
from aurora.model.task import SynthesisTask
from aurora.model.verdict import Judgement, Verdict


def run_of(*verdicts: Verdict, projects: tuple[Verdict, ...] = ()) -> Run:
    functions = tuple(
        FunctionResult("spec", SynthesisTask("words", f"f{n}"), Synthesis(Judgement(verdict)))
        for n, verdict in enumerate(verdicts)
    )
    repairs = tuple(ProjectResult(f"p{n}", Repair(Judgement(verdict))) for n, verdict in enumerate(projects))
    return Run("id", "", "", "0", 0, {}, functions, repairs)


def test_verdicts_are_counted() -> None:
    run = run_of(Verdict.VERIFIED, Verdict.VERIFIED, Verdict.ABSTAINED)
    assert (run.count(Verdict.VERIFIED), run.count(Verdict.FAILED)) == (2, 0)


def test_a_run_is_answered_when_every_function_and_project_is() -> None:
    assert run_of(Verdict.VERIFIED, projects=(Verdict.CONSISTENT,)).answered
    assert not run_of(Verdict.ABSTAINED).answered
    assert not run_of(Verdict.VERIFIED, projects=(Verdict.FAILED,)).answered


def test_repaired_projects_are_those_with_an_answer() -> None:
    assert run_of(projects=(Verdict.VERIFIED, Verdict.ABSTAINED, Verdict.CONSISTENT)).repaired == 2
