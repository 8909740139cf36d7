from dataclasses import replace

from aurora.engines.repair.evidence import Assertion, Evidence, head_of, mine, name_of
from aurora.model.task import RepairTask

TARGET = {"a.py": "def f(x):\n    return x + 41\n"}


def task(tests: str) -> RepairTask:
    return RepairTask(TARGET, ("a.py",), tests={"test_a.py": tests})


def test_assertions_are_read_with_their_lines() -> None:
    evidence = mine(task("from a import f\ndef test_f():\n    assert f(1) == 42\n    assert f(2)\n"))
    assertion, truth = evidence.assertions
    assert (assertion.call, assertion.expected, assertion.line) == ("f(1)", "42", 3)
    assert (truth.call, truth.expected, truth.line) == ("f(2)", "True", 4)
    assert (assertion.truth, truth.truth) == (False, True)
    assert evidence.calls["f"] == (1,)


def test_literals_come_from_the_target_and_from_what_is_expected() -> None:
    assert mine(task("def test_f():\n    assert f(7) == 'odd'\n")).literals == ("41", "'odd'")


def test_the_same_call_with_two_answers_is_a_contradiction() -> None:
    code = "from m import f\ndef test_f():\n    assert f(1) == 2\ndef test_g():\n    assert f(1) == 3\n"
    ((one, two),) = mine(task(code)).contradictions
    assert (one.line, two.line) == (3, 5)


def test_a_name_that_each_test_binds_anew_does_not_contradict_itself() -> None:
    code = "from m import f, g\ndef test_f():\n    f = g\n    assert f(1) == 2\ndef test_g():\n    assert f(1) == 3\n"
    assert mine(task(code)).contradictions == ()


def test_negative_numbers_are_literals_too() -> None:
    assert mine(task("def test_f():\n    assert f(7) == [-3]\n")).literals == ("41", "-3", "3")


def test_an_answer_that_is_no_literal_contradicts_nothing() -> None:
    code = "from m import f, g\ndef test_f():\n    assert f(1) == 2\ndef test_g():\n    assert f(1) == g(1)\n"
    assert mine(task(code)).contradictions == ()


def test_equal_answers_written_differently_do_not_contradict() -> None:
    assert mine(task("def test_f():\n    assert f(1) == [1,2]\n    assert f(1) == [1, 2]\n")).contradictions == ()


def test_calls_with_variables_may_differ() -> None:
    code = "def test_f():\n    x = 1\n    assert f(x) == 2\n    x = 2\n    assert f(x) == 3\n"
    assert mine(task(code)).contradictions == ()


def test_what_the_tests_say_is_counted_in_constants_and_calls() -> None:
    assert mine(task("from a import f\nX = f(1)\n")).said == 0
    assert mine(task("from a import f\ndef test_f():\n    assert f([1, 2]) == 3\n")).said == 4


def test_annotations_of_what_is_called_are_promises_unless_one_says_more_than_a_type() -> None:
    tests = {"test_a.py": "def test_f():\n    assert A().f(1) == [2]\n    assert g(1) == 2\n"}
    head = "class A:\n    def f(self, x) -> List[int]:\n        return [x]\ndef g(x) -> "
    for promise, wanted in (("int", {"list", "int"}), ("Optional[int]", set()), ("'int'", set())):
        text = f"{head}{promise}:\n    return x\ndef h() -> Any:\n    pass\n"
        assert mine(RepairTask({"a.py": text}, ("a.py",), tests=tests)).promised == wanted


def test_calls_between_which_a_test_may_change_something_do_not_contradict() -> None:
    code = "from m import f, use\ndef test_f():\n    assert f(1) == 2\n    use('lv')\n    assert f(1) == 3\n"
    assert mine(task(code)).contradictions == ()


def test_an_assertion_knows_what_its_test_does_before() -> None:
    (one,) = mine(task("def test_f():\n    box = Box(1)\n    assert box.f(2) == 3\n")).assertions
    assert (one.call, one.whole) == ("box.f(2)", "((box := Box(1)),) and box.f(2)")
    assert Assertion("t.py", 1, "f(1)", "2").whole == "f(1)"


def test_what_is_called_is_named_whatever_comes_before() -> None:
    calls = (
        "f(1)",
        "A().f(1)",
        "((a := A()),) and a.f(1)",
        "((a := A()),) and len(a.f(1))",
        "len('a')",
        "x",
    )
    assert [head_of(call) for call in calls] == ["f", "A().f", "a.f", "a.f", "len", ""]
    assert [name_of(call) for call in calls] == ["f", "f", "f", "f", "len", ""]


def test_truths_neither_contradict_nor_give_literals() -> None:
    evidence = mine(task("from a import f\ndef test_f():\n    assert f(1)\n    assert not f(1)\n    assert not f(2)\n"))
    assert [each.expected for each in evidence.assertions] == ["True", "False", "False"]
    assert evidence.contradictions == ()
    assert evidence.literals == ("41",)


def test_truths_of_functions_that_give_more_than_bools_do_not_count() -> None:
    evidence = mine(task("def test_f():\n    assert f(1)\n    assert not A().g(1)\n    assert h(1) == 5\n"))
    assert evidence.counted({"f", "g"}) is evidence
    assert [each.call for each in evidence.counted({"g"}).assertions] == ["A().g(1)", "h(1)"]
    none = evidence.counted(())
    assert ([each.call for each in none.assertions], none.wanted, none.said) == (["h(1)"], 1, round(evidence.said / 3))


def test_what_a_fixture_makes_comes_before_an_assertion() -> None:
    fixture = "@pytest.fixture\ndef box():\n    return Box(1)\n"
    (one,) = mine(task(f"{fixture}def test_f(box):\n    assert box.f(2) == 3\n")).assertions
    assert one.whole == "((box := Box(1)),) and box.f(2)"


def test_evidence_about_one_of_two_functions_is_its_share() -> None:
    both = Evidence(assertions=(Assertion("t.py", 1, "f(1)", "2"), Assertion("t.py", 2, "g(1)", "3")), said=10)
    assert (both.about({"f"}).assertions, both.about({"f"}).said) == (both.assertions[:1], 5)
    assert both.about({"h"}) == both.about({"f", "g"}) == both


def test_a_traceback_in_the_issue_names_lines_of_the_target_innermost_first() -> None:
    frames = ("a.py", 2, "return x + 41"), ("b.py", 7, "f(None)"), ("a.py", 1, "def f(x):")
    quoted = "".join(f'  File "/srv/{path}", line {line}, in f\n    {code}\n' for path, line, code in reversed(frames))
    told = mine(replace(task(""), issue=f"Traceback (most recent call last):\n{quoted}TypeError: no\n")).told
    assert [(fault.line, fault.suspicion) for fault in told] == [(2, 0.9), (1, 0.8)]
    assert told[0].why == "the traceback that was given: TypeError: no"


def test_an_issue_in_words_names_no_line() -> None:
    assert mine(replace(task(""), issue="f is wrong on line 2 of a.py")).told == ()
