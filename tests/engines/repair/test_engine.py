import threading

import pytest

from aurora.adapters.toolbox.ruff import InMemoryLinter
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.belief import Belief
from aurora.engines.repair.engine import Repairer
from aurora.model.answer import Repair
from aurora.model.finding import Finding, Severity
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Verdict
from tests.engines.repair.worlds import CLAMP, CLAMP_TESTS, clamp_task

BUDGET = Budget(seconds=100)


def repaired(sandbox: Sandbox, task: RepairTask) -> Repair:
    return Repairer(sandbox).repair(task, BUDGET)


@pytest.mark.parametrize(
    ("task", "verdict", "said"),
    [
        (RepairTask({"a.py": ""}, ("b.py",)), Verdict.FAILED, "not among the files"),
        (RepairTask({"a.py": ""}, ()), Verdict.FAILED, "No target file"),
        (RepairTask({"a.py": "x = 1\n"}, ("a.py",)), Verdict.ABSTAINED, "no tests"),
        (clamp_task("def test_(:"), Verdict.FAILED, "test_clamp.py is not Python"),
    ],
)
def test_what_cannot_be_worked_on_is_refused_in_a_sentence(
    sandbox: Sandbox, task: RepairTask, verdict: Verdict, said: str
) -> None:
    answer = repaired(sandbox, task)
    assert (answer.verdict, answer.patch) == (verdict, None)
    assert any(said in reason for reason in answer.judgement.reasons)


def test_contradictory_tests_are_named(sandbox: Sandbox) -> None:
    tests = "from clamp import clamp\ndef test_a():\n    assert clamp(1, 0, 3) == 1\n    assert clamp(1, 0, 3) == 2\n"
    answer = repaired(sandbox, clamp_task(tests))
    assert answer.verdict is Verdict.ABSTAINED
    assert answer.judgement.reasons[1] == "test_clamp.py:3 wants clamp(1, 0, 3) == 1, but line 4 wants 2."


def test_a_project_that_passes_is_left_alone(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, clamp_task(text=CLAMP.replace("value < high", "value > high")))
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert "nothing to repair" in answer.judgement.reasons[0]


@pytest.mark.parametrize(
    "tests",
    [
        "import os\ndef test_a():\n    os._exit(3)\n",
        "import sys\nsys.exit(1)\n",
        "import missing_module_of_nobody\ndef test_a(): pass\n",
        "def test_a():\n    while True: print('again')\n",
        "def test_a():\n    while True:\n        pass\n",
        "raise SystemError('no')\n",
    ],
)
def test_hostile_tests_end_in_a_verdict(sandbox: Sandbox, tests: str) -> None:
    answer = Repairer(sandbox).repair(clamp_task(tests), Budget(seconds=4))
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert answer.judgement.reasons


def test_the_patch_is_one_token_and_keeps_the_comment(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, clamp_task())
    assert answer.verdict.answered
    assert answer.patch is not None
    (edit,) = answer.patch.edits
    assert (CLAMP[edit.start : edit.end], edit.text) == ("<", ">")
    assert answer.patch.files == {"clamp.py": CLAMP.replace("value < high", "value > high")}
    assert answer.strategy == "modules.autonomy.repair.comparison"
    assert answer.judgement.count("test") == (1, 1)
    assert answer.faults[0].path == "clamp.py"


def test_the_same_seed_gives_the_same_patch_on_two_threads(sandbox: Sandbox) -> None:
    engine = Repairer(sandbox)
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(engine.repair(clamp_task(), BUDGET).patch)) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] is not None
    assert found[0] == found[1]


def test_what_both_type_checkers_see_is_the_lead_where_there_are_no_tests(sandbox: Sandbox) -> None:
    seen = Finding("v0/a.py", 2, 1, "type-error", "Type `int` has no attribute `size`", Severity.WARNING)
    task = RepairTask({"a.py": "x = 1\nprint(x.size)\n"}, ("a.py",))
    answer = Repairer(sandbox, types=InMemoryLinter(seen)).repair(task, BUDGET)
    assert (answer.verdict, answer.faults[0].line) == (Verdict.ABSTAINED, 2)


def test_a_version_that_will_fail_when_it_runs_is_passed_over(sandbox: Sandbox) -> None:
    task = RepairTask({"a.py": "print((1, 2)\n"}, ("a.py",))
    first = Repairer(sandbox).repair(task, BUDGET)
    seen = Finding("v0/a.py", 1, 1, "type-error", "Type `int` has no attribute `size`", Severity.WARNING)
    other = Repairer(sandbox, types=InMemoryLinter(seen)).repair(task, BUDGET)
    assert first.patch is not None
    assert other.patch is None or other.patch.files != first.patch.files


def test_an_operator_can_be_switched_off(sandbox: Sandbox) -> None:
    answer = Repairer(sandbox, without=("modules.autonomy.repair",)).repair(clamp_task(), Budget(seconds=100))
    assert answer.verdict is Verdict.ABSTAINED
    assert "none passes" in answer.judgement.reasons[0]


def test_fixtures_and_parameters_are_run_by_pytest_itself(sandbox: Sandbox) -> None:
    tests = "import pytest\n" + CLAMP_TESTS + "\n\n@pytest.fixture\ndef high():\n    return 10\n"
    tests += "\n\ndef test_fixture(high):\n    assert clamp(11, 0, high) == high\n"
    answer = Repairer(sandbox).repair(clamp_task(tests), Budget(seconds=300))
    assert answer.patch is not None
    assert answer.patch.files["clamp.py"] == CLAMP.replace("value < high", "value > high")


def test_two_faults_are_mended_together(sandbox: Sandbox) -> None:
    text = CLAMP.replace("return low", "return lwo")
    answer = repaired(sandbox, clamp_task(text=text))
    assert answer.patch is not None
    assert answer.patch.files["clamp.py"] == CLAMP.replace("value < high", "value > high")
    assert len(answer.patch.edits) == 2


def test_a_reference_decides_where_the_tests_do_not(sandbox: Sandbox) -> None:
    tests = "from clamp import clamp\ndef test_a():\n    assert clamp(7, 0, 9) == 7\n"
    right = CLAMP.replace("value < high", "value > high")
    answer = repaired(sandbox, clamp_task(tests, reference={"clamp.py": right}))
    assert answer.verdict is Verdict.VERIFIED
    assert answer.patch is not None
    names: dict[str, object] = {}
    exec(answer.patch.files["clamp.py"], names)
    clamp = names["clamp"]
    assert callable(clamp)
    assert [clamp(value, 0, 10) for value in (-1, 5, 11)] == [0, 5, 10]


def test_what_a_circle_of_imports_needs_at_once_moves_into_a_new_module(sandbox: Sandbox) -> None:
    shapes = (
        "from .draw import show\n\n\n# what is drawn\nclass Shape:\n    sides = 4  # or more\n\n\n"
        "def main():\n    return show(Shape())\n"
    )
    draw = (
        "from .shapes import Shape\n\n\nclass Dot(Shape):\n    sides = 0\n\n\n"
        "def show(shape):\n    return '-' * shape.sides\n"
    )
    files = {"paint/__init__.py": "", "paint/shapes.py": shapes, "paint/draw.py": draw}
    tests = (
        "from paint.shapes import main\nfrom paint.draw import Dot, show\n\n\n"
        "def test_main():\n    assert main() + show(Dot()) == '----'\n"
    )
    task = RepairTask(files, tuple(files), tests={"test_paint.py": tests})
    answer = Repairer(sandbox, belief=Belief(most=20.0)).repair(task, BUDGET)
    assert answer.patch is not None
    assert answer.patch.files == {
        "paint/shapes.py": (
            "from .shapes_base import Shape\nfrom .draw import show\n\n\ndef main():\n    return show(Shape())\n"
        ),
        "paint/draw.py": draw.replace(".shapes", ".shapes_base"),
        "paint/shapes_base.py": (
            '"""What draw and shapes share."""\n\n\n# what is drawn\nclass Shape:\n    sides = 4  # or more\n'
        ),
    }


def test_the_bound_of_a_loop_is_moved_and_not_the_index_inside(sandbox: Sandbox) -> None:
    head = "def rises(values):\n    count = 0\n    for at in range(len(values){}):\n"
    body = "        if values[at + 1] > values[at]:\n            count += 1\n    return count\n"
    tests = "from ups import rises\ndef test_ups():\n    assert rises([1, 2, 3, 2]) == 2\n"
    task = RepairTask({"ups.py": head.format("") + body}, ("ups.py",), tests={"test_ups.py": tests})
    answer = repaired(sandbox, task)
    assert answer.patch is not None
    assert answer.patch.files == {"ups.py": head.format(" - 1") + body}
