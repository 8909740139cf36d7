import pytest

from aurora.engines.repair import verdicts
from aurora.engines.repair.choose import Choice
from aurora.engines.repair.laboratory import Probe
from aurora.model.answer import Fault
from aurora.model.execution import Outcome, Status
from aurora.model.verdict import Verdict

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
