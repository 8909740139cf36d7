import subprocess
import sys
from pathlib import Path

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.pytest_file import Suite, write_suite
from aurora.model.task import Condition, SynthesisTask

TASK = SynthesisTask(
    "",
    name="total",
    signature="def total(a: int, b: int) -> int",
    asserts=("assert total(2, 3) == 5", "assert total(0, 4) == 4"),
    preconditions=(Condition("a >= 0", expression="a >= 0"),),
    postconditions=(
        Condition("commutative", invariant="commutative", over=("a", "b")),
        Condition("monotonic in a", invariant="monotonic", over=("a",)),
        Condition("isinstance(ret, int)", expression="isinstance(ret, int)"),
        Condition("double(ret) == ret + ret", expression="double(ret) == ret + ret"),
        Condition("it is nice"),
    ),
    library={"double": "def double(x):\n    return 2 * x"},
)
CODE = "def total(a, b):\n    return a + b"


def run(suite: Suite, code: str, folder: Path) -> tuple[int, str]:
    (folder / "test_total.py").write_text(suite.text)
    (folder / "total.py").write_text(code)
    (folder / "double.py").write_text(TASK.library["double"])
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=240)
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def suite(sandbox: Sandbox) -> Suite:
    return write_suite(TASK, CODE, sandbox)


@pytest.mark.parametrize("wrong", ["a - b", "b + a if b < 6 else b"])
def test_the_file_fails_for_a_wrong_program(suite: Suite, wrong: str, tmp_path: Path) -> None:
    assert run(suite, f"def total(a, b):\n    return {wrong}", tmp_path)[0] == 1


def test_the_file_passes_for_the_answer(suite: Suite, tmp_path: Path) -> None:
    status, output = run(suite, CODE, tmp_path)
    assert (status, "warning" in output) == (0, False)


def test_a_postcondition_that_notices_no_mutant_is_dropped(suite: Suite) -> None:
    assert "# double(ret)" not in suite.text
    assert "# it is nice" not in suite.text
    assert "# commutative" in suite.text
    assert suite.dropped > 0


def test_recorded_answers_are_said_to_be_recorded(suite: Suite) -> None:
    recorded = suite.text.partition("def test_recorded_answers():\n")[2]
    assert "not asked for by anybody" in recorded.splitlines()[0]
    assert 1 <= recorded.count("assert total(") <= 6


def test_the_given_examples_are_kept_whatever_they_notice(sandbox: Sandbox) -> None:
    task = SynthesisTask("", name="total", asserts=("assert total(0, 0) == 0",))
    suite = write_suite(task, "def total(a, b):\n    return 0 if a < 9 else 1", sandbox)
    assert "    assert total(0, 0) == 0\n" in suite.text


def test_the_figures_are_measured(suite: Suite) -> None:
    assert (suite.killed, suite.mutants) == (3, 3)


def test_a_mutant_that_no_test_can_notice_is_counted(sandbox: Sandbox) -> None:
    task = SynthesisTask("", name="total", signature="def total(a: int) -> int", asserts=("assert total(3) == 3",))
    suite = write_suite(task, "def total(a):\n    return a if a else 0 * a", sandbox)
    assert suite.killed < suite.mutants
