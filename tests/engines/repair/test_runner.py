import sys
from collections.abc import Iterator

import pytest

from aurora.engines.repair.memory import Memory
from aurora.engines.repair.runner import Direct
from aurora.engines.repair.suite import Unsupported
from aurora.engines.repair.ticks import Ticks

FILES = {
    "lamp_of_runner.py": "def lit(n):\n    return n > 1\n",
    "test_lamp_of_runner.py": "from lamp_of_runner import lit\n\n\ndef test_on():\n    assert lit(2)\n\n\n"
    "def test_off():\n    assert lit(1) == False\n",
}
TESTS = ["test_lamp_of_runner.py"]
ON, OFF = "test_lamp_of_runner.py::test_on", "test_lamp_of_runner.py::test_off"


@pytest.fixture
def memory() -> Iterator[Memory]:
    memory = Memory(FILES, [""], "/nowhere")
    sys.meta_path.insert(0, memory)
    yield memory
    memory.use({})
    sys.meta_path.remove(memory)


def change(memory: Memory, old: str, new: str) -> None:
    memory.use({"lamp_of_runner.py": FILES["lamp_of_runner.py"].replace(old, new)})


def test_everything_passes_and_ran_its_line(memory: Memory) -> None:
    runner = Direct(memory, TESTS)
    ticks = Ticks()
    memory.compile, memory.watched = ticks.compile, frozenset(["lamp_of_runner.py"])
    report = runner.everything(1.0, ticks)
    assert report["import"] is None
    tests = report["tests"]
    assert isinstance(tests, dict)
    result = tests[ON]
    assert isinstance(result, dict)
    assert (result["s"], result["lines"]) == ("pass", [["lamp_of_runner.py", 2, 1]])


def test_the_first_failure_ends_the_run(memory: Memory) -> None:
    runner = Direct(memory, TESTS)
    change(memory, "> 1", "> 5")
    assert runner.until_failure([OFF, ON], 1.0)["n"] == 1
    change(memory, "> 1", ">= 1")
    failed = runner.until_failure([OFF, ON], 1.0)
    assert (failed["n"], failed["at"]) == (0, OFF)
    outcome = failed["o"]
    assert isinstance(outcome, dict)
    assert (outcome["s"], outcome["d"], outcome["a"]) == ("fail", 0.5, "True")


def test_an_import_that_raises_is_one_failure(memory: Memory) -> None:
    runner = Direct(memory, TESTS)
    change(memory, "def lit", "missing\ndef lit")
    assert runner.everything(1.0, None)["tests"] == {}
    outcome = runner.until_failure([], 1.0)["o"]
    assert isinstance(outcome, dict)
    assert (outcome["s"], outcome["e"]) == ("import", "NameError")
    assert runner.values([("test_lamp_of_runner.py", "lit(1)")], 1.0) == [["import", "", ""]]


def test_a_test_that_is_gone_is_a_failure(memory: Memory) -> None:
    outcome = Direct(memory, TESTS).until_failure(["test_lamp_of_runner.py::test_gone"], 1.0)["o"]
    assert outcome == {"s": "error", "e": "Missing", "m": "test_lamp_of_runner.py::test_gone"}


def test_values_are_those_of_the_test_files_names(memory: Memory) -> None:
    memory.use({})
    assert Direct(memory, TESTS).values([("test_lamp_of_runner.py", "lit(9)")], 1.0) == [["value", "bool", "True"]]


def test_values_are_shown_without_their_addresses(memory: Memory) -> None:
    assert Direct(memory, TESTS).value({}, "object()", 1.0) == ["value", "object", "<object object>"]


def test_values_that_cannot_be_had(memory: Memory) -> None:
    runner = Direct(memory, TESTS)
    assert runner.value({}, "1 / 0", 1.0) == ["raised", "ZeroDivisionError", ""]
    assert runner.value({}, "(", 1.0) == ["raised", "SyntaxError", ""]


@pytest.mark.parametrize(("hanging", "last"), [(3, ["value", "bool", "True"]), (8, ["raised", "HangError", ""])])
def test_a_candidate_that_hangs_on_many_calls_is_called_no_more(memory: Memory, hanging: int, last: list[str]) -> None:
    runner = Direct(memory, TESTS)
    memory.steps.limit = 50
    change(memory, "    return", "    while n > 99:\n        pass\n    return")
    calls = [("test_lamp_of_runner.py", f"lit({n})") for n in (*range(100, 100 + hanging), 9)]
    found = runner.values(calls, 5.0)
    assert found == [*[["raised", "HangError", ""]] * hanging, last]


def test_modules_are_imported_again_when_asked(memory: Memory) -> None:
    runner = Direct(memory, TESTS)
    runner.warm()
    before = sys.modules["lamp_of_runner"]
    runner.put({"lamp_of_runner.py": FILES["lamp_of_runner.py"].replace("1", "5")}, anew=True)
    assert runner.values([("test_lamp_of_runner.py", "lit(3)")], 1.0) == [["value", "bool", "False"]]
    assert sys.modules["lamp_of_runner"] is not before


def test_what_plain_calls_cannot_run_is_refused() -> None:
    memory = Memory({"test_fixture_of_runner.py": "def test_a(tmp_path): pass\n"}, [""], "/nowhere")
    with pytest.raises(Unsupported):
        Direct(memory, ["test_fixture_of_runner.py"]).everything(1.0, None)
    sys.modules.pop("test_fixture_of_runner", None)
