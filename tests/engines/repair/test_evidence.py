from aurora.engines.repair.evidence import mine
from aurora.model.task import RepairTask

TARGET = {"a.py": "def f(x):\n    return x + 41\n"}


def task(tests: str) -> RepairTask:
    return RepairTask(TARGET, ("a.py",), tests={"test_a.py": tests})


def test_assertions_are_read_with_their_lines() -> None:
    evidence = mine(task("from a import f\ndef test_f():\n    assert f(1) == 42\n    assert f(2)\n"))
    (assertion,) = evidence.assertions
    assert (assertion.call, assertion.expected, assertion.line) == ("f(1)", "42", 3)
    assert evidence.calls["f"] == (1,)


def test_literals_come_from_the_target_and_from_what_is_expected() -> None:
    assert mine(task("def test_f():\n    assert f(7) == 'odd'\n")).literals == ("41", "'odd'")


def test_the_same_call_with_two_answers_is_a_contradiction() -> None:
    evidence = mine(task("def test_f():\n    assert f(1) == 2\ndef test_g():\n    assert f(1) == 3\n"))
    ((one, two),) = evidence.contradictions
    assert (one.line, two.line) == (2, 4)


def test_equal_answers_written_differently_do_not_contradict() -> None:
    assert mine(task("def test_f():\n    assert f(1) == [1,2]\n    assert f(1) == [1, 2]\n")).contradictions == ()


def test_calls_with_variables_may_differ() -> None:
    code = "def test_f():\n    x = 1\n    assert f(x) == 2\n    x = 2\n    assert f(x) == 3\n"
    assert mine(task(code)).contradictions == ()
