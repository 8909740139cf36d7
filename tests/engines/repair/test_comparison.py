from aurora.engines.repair.belief import Result
from aurora.engines.repair.comparison import Comparison, concerned
from aurora.engines.repair.evidence import Assertion, Evidence

EVIDENCE = Evidence(assertions=(Assertion("t.py", 1, "f(1)", "2"), Assertion("t.py", 2, "g(1)", "2")), said=8)
CALLS = [("t.py", "f(3)"), ("t.py", "g(3)"), ("t.py", "f(4)")]
ONE, TWO, RAISES = ("value", "int", "1"), ("value", "int", "2"), ("raised", "KeyError", "")


def test_calls_of_functions_that_no_candidate_changes_are_left_out() -> None:
    calls, seen, evidence = concerned(CALLS, [[ONE, ONE, ONE], [TWO, ONE, ONE], None], EVIDENCE)
    assert calls == [CALLS[0], CALLS[2]]
    assert seen.before == (ONE, ONE)
    assert seen.rows == ((TWO, ONE), None)
    assert [each.call for each in evidence.assertions] == ["f(1)"]


def test_calls_on_which_no_candidate_gives_a_value_are_not_compared() -> None:
    rows: list[list[Result] | None] = [[ONE, ONE, RAISES], [RAISES, TWO, TWO], [RAISES, ONE, TWO]]
    _, seen, _ = concerned(CALLS, rows, EVIDENCE)
    assert seen.calls == (CALLS[1], CALLS[2])
    assert not seen.tells
    assert seen.given == "int"


def test_where_nothing_changes_everything_is_compared() -> None:
    calls, seen, evidence = concerned(CALLS, [[ONE] * 3, [ONE] * 3], EVIDENCE)
    assert (len(calls), evidence) == (3, EVIDENCE)
    assert concerned([], [[]], EVIDENCE)[1].given == ""
    assert seen.given == "int"


def test_truths_count_where_old_and_new_program_give_bools_alone() -> None:
    truths = (Assertion("t.py", 1, "f(1)", "True", truth=True), Assertion("t.py", 2, "g(1)", "True", truth=True))
    evidence, yes = Evidence(assertions=truths, said=8), ("value", "bool", "True")
    seen = Comparison(tuple(CALLS), (yes, ONE, RAISES), ())
    assert [each.call for each in seen.counted(evidence).assertions] == ["f(1)"]
    assert seen.counted(evidence, (yes, ONE, yes)).assertions == truths[:1]
    assert seen.counted(evidence, (yes, ONE, ONE)).assertions == ()
    assert Comparison(tuple(CALLS), None, ()).counted(evidence, (yes, yes, yes)).assertions == ()


def test_the_functions_that_a_patch_changes_are_named() -> None:
    assert Comparison(tuple(CALLS), (ONE, ONE, ONE), ()).changed((ONE, TWO, ONE)) == {"g"}
    assert Comparison(tuple(CALLS), None, ()).changed((ONE, TWO, ONE)) == {"f", "g"}
