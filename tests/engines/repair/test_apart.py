import pytest

from aurora.engines.repair.apart import failing_tests, groups, narrowed
from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.model.task import RepairTask
from aurora.pycode.parse import parse

SOURCES = {"m.py": parse("def a():\n    return 1\n\n\ndef b():\n    return 2\n\n\ndef c():\n    return 3\n")}
LINES = {"a": 2, "b": 6, "c": 10}


def trace(test: str, runs: str, *, passes: bool = False) -> Trace:
    failure = None if passes else Failure("fail")
    return Trace(f"test_m.py::{test}", failure, lines={("m.py", LINES[each]): 1 for each in runs})


def parted(*traces: Trace) -> list[set[str]]:
    return [{test.partition("::")[2] for test in group} for group in groups(Probe(traces), SOURCES)]


def test_tests_that_run_no_function_in_common_see_different_faults() -> None:
    assert parted(trace("x", "a"), trace("y", "b"), trace("z", "b")) == [{"x"}, {"y", "z"}]


@pytest.mark.parametrize(("x", "y"), [("a", "ab"), ("ac", "bc"), ("", "")])
def test_tests_that_may_see_one_fault_stay_together(x: str, y: str) -> None:
    assert parted(trace("x", x), trace("y", y)) == [{"x", "y"}]


def test_tests_that_run_nothing_are_a_group_of_their_own() -> None:
    assert parted(trace("x", "a"), trace("y", ""), trace("z", "")) == [{"x"}, {"y", "z"}]


def test_tests_that_hang_together_by_others_are_one_group() -> None:
    assert parted(trace("x", "ab"), trace("y", "bc"), trace("z", "ca")) == [{"x", "y", "z"}]


def test_a_test_that_runs_what_several_groups_run_waits_for_them() -> None:
    assert parted(trace("x", "a"), trace("y", "b"), trace("z", "ab")) == [{"x"}, {"y"}]


def test_a_test_that_runs_more_than_one_group_alone_belongs_to_it() -> None:
    assert parted(trace("x", "a"), trace("y", "b"), trace("z", "ac")) == [{"x", "z"}, {"y"}]


def test_tests_that_pass_are_in_no_group() -> None:
    assert parted(trace("x", "a"), trace("y", "b", passes=True)) == [{"x"}]
    assert parted() == [set()]


def test_the_parameters_of_a_test_are_one_test_and_the_shortest_come_first() -> None:
    found = (trace("x[0]", "abc"), trace("x[1]", "a"), trace("y", "b"))
    assert failing_tests(Probe(found)) == ["test_m.py::y", "test_m.py::x"]


def test_a_task_is_narrowed_to_some_of_its_tests_and_keeps_the_rest_as_it_is() -> None:
    text = (
        "import m\n\n\n@mark\ndef test_a():\n    def test_b():\n        pass\n    assert m.a()\n\n\n"
        "class TestM:\n    def test_b(self):\n        assert m.b()\n\n    def test_a(self):\n        assert m.a()\n"
    )
    task = RepairTask({"m.py": ""}, ("m.py",), tests={"test_m.py": text, "data.txt": "def test_a("})
    found = narrowed(task, {"test_m.py::test_a", "test_m.py::TestM::test_b"}).tests
    assert found == {
        "test_m.py": "import m\n\n\npass\n\n\nclass TestM:\n    pass\n\n    def test_a(self):\n        assert m.a()\n",
        "data.txt": "def test_a(",
    }
    assert narrowed(task, ()).tests == task.tests
