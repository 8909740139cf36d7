import pytest

from aurora.engines.repair import verdicts
from aurora.engines.repair.choose import Choice
from aurora.engines.repair.laboratory import Probe
from aurora.model.answer import Fault, Patch, Repair
from aurora.model.execution import Outcome, Status
from aurora.model.verdict import Check, Judgement, Verdict

FAULTS = (Fault("a.py", 3, 1.0, "TypeError in f: no"),)


def test_packages_that_do_not_exist_are_left_out() -> None:
    assert verdicts.present(("json", "nobody_has_this")) == ("json",)


def test_an_abstention_names_the_best_lead() -> None:
    answer = verdicts.abstain(FAULTS, 12, 1.5, passed_once=False)
    assert answer.judgement.reasons == (
        "12 changes were tried; none passes all tests.",
        "Most suspicious: a.py:3 (TypeError in f: no).",
    )
    assert (answer.tried, answer.seconds, answer.faults) == (12, 1.5, FAULTS)


def test_what_passes_but_is_unlikely_is_not_answered_and_said() -> None:
    reasons = verdicts.abstain((), 5, 1.0, passed_once=True, lead="--- a/m.py\n+y = 1\n").judgement.reasons
    assert reasons == (
        "5 changes were tried; of those that pass the tests none is likely enough to be right.",
        "The likeliest, not believed:\n--- a/m.py\n+y = 1",
    )
    assert len(verdicts.abstain((), 5, 1.0, passed_once=True).judgement.reasons) == 1


def test_tests_that_end_their_process_cannot_judge() -> None:
    assert "end their own process (crashed)" in verdicts.hopeless(Probe(died="crashed"), ()).judgement.reasons[0]


@pytest.mark.parametrize(("died", "said"), [("wall time", "time that there was"), ("memory", "more memory")])
def test_a_limit_that_ended_the_tests_is_no_fault_of_theirs(died: str, said: str) -> None:
    reason = verdicts.hopeless(Probe(died=died), ()).judgement.reasons[0]
    assert said in reason
    assert "own process" not in reason


def test_only_the_trusted_first_choice_is_verified() -> None:
    outcome = Outcome(Status.OK, stdout="1 passed", exit_code=0)
    assert verdicts.judge(Choice(trusted=True), 0, outcome).verdict is Verdict.VERIFIED
    assert verdicts.judge(Choice(trusted=True), 1, outcome).verdict is Verdict.CONSISTENT
    assert verdicts.judge(Choice(), 0, outcome).verdict is Verdict.CONSISTENT


def part(verdict: Verdict, *checks: Check) -> Repair:
    """The repair of one of several faults."""
    return Repair(Judgement(verdict, checks, ("said of it",)), Patch((), operator="wrap"))


@pytest.mark.parametrize(
    ("one", "two", "twice", "whole"),
    [
        (Verdict.VERIFIED, Verdict.VERIFIED, "", Verdict.VERIFIED),
        (Verdict.VERIFIED, Verdict.CONSISTENT, "", Verdict.CONSISTENT),
        (Verdict.CONSISTENT, Verdict.CONSISTENT, "", Verdict.CONSISTENT),
        (Verdict.VERIFIED, Verdict.VERIFIED, "fee", Verdict.CONSISTENT),
    ],
)
def test_several_repairs_are_verified_when_each_is_and_none_changes_what_another_did(
    one: Verdict, two: Verdict, twice: str, whole: Verdict
) -> None:
    parts = {frozenset({"t.py::test_a"}): part(one), frozenset({"t.py::test_b"}): part(two)}
    told = verdicts.together(parts, Outcome(Status.OK), Check("doubt", "", passed=True), {twice} - {""})
    assert told.verdict is whole
    assert told.reasons[:2] == (
        "The failing tests see 2 faults, each of which was repaired by itself.",
        "t.py::test_a: repaired by wrap.",
    )
    assert ("More than one repair changes fee" in told.reasons[-1]) is bool(twice)


def test_of_several_repairs_the_run_of_all_and_their_common_doubt_stand_for_their_own() -> None:
    own = (Check("test", "of one alone", True), Check("agreement", "9 inputs", False), Check("doubt", "of one", True))
    parts = {frozenset({"t.py::test_a"}): part(Verdict.VERIFIED, *own), frozenset({"b"}): part(Verdict.VERIFIED)}
    told = verdicts.together(parts, Outcome(Status.OK, stdout="2 passed"), Check("doubt", "of all", passed=True))
    assert [(check.kind, check.text, check.passed) for check in told.checks] == [
        ("test", "pytest on the patched copy", True),
        ("agreement", "9 inputs", False),
        ("doubt", "of all", True),
    ]
    assert told.checks[0].detail == "2 passed"


def test_an_unsure_answer_is_a_lead_only() -> None:
    repair = verdicts.unsure((), "A colon is missing.", ["total means nothing here."], 3, 0.5)
    assert repair.judgement.verdict is Verdict.ABSTAINED
    assert repair.patch is None
    assert repair.judgement.reasons == ("total means nothing here.", "Best lead: A colon is missing.")


def test_tests_that_smother_their_runner_are_told_so() -> None:
    answer = verdicts.silenced()
    assert answer.verdict is Verdict.ABSTAINED
    assert "smother" in answer.judgement.reasons[0]


def test_a_limit_that_ended_the_last_run_is_named() -> None:
    answer = verdicts.abstain((), 9, 1.0, passed_once=True, ended="wall time")
    assert (
        answer.judgement.reasons[0]
        == "9 changes were tried; pytest on a patched copy was ended by its limit of wall time."
    )


def test_checkers_that_gave_no_answer_are_named() -> None:
    assert verdicts.parses("They are gone.").reasons[-1] == "They are gone."
    assert len(verdicts.parses().reasons) == 1


def test_an_answer_of_a_search_that_was_cut_says_so_last() -> None:
    answer = verdicts.shortened(verdicts.silenced(), 1.5, 7)
    assert answer.judgement.reasons[0] == verdicts.silenced().judgement.reasons[0]
    assert "the 1.5 s of the budget were over after 7 changes" in answer.judgement.reasons[-1]


def test_what_does_not_parse_is_not_said_to_fail_tests() -> None:
    answer = verdicts.unmended([Fault("a.py", 3, 1.0, "SyntaxError: invalid syntax")], 0.1)
    assert answer.judgement.reasons == (
        "No change was found with which the files parse.",
        "The first fault: a.py:3 (SyntaxError: invalid syntax).",
    )


def test_where_no_change_was_looked_for_that_is_said() -> None:
    assert verdicts.unmended([], 0.1, ["a.py"]).judgement.reasons == (
        "Too long, or too deeply nested, to look for a change with which it parses: a.py.",
    )


def test_a_doubt_is_told_once() -> None:
    answer = verdicts.unsure([], "lead", ["x means nothing here.", "x means nothing here."], 1, 0.1)
    assert answer.judgement.reasons == ("x means nothing here.", "Best lead: lead")
