from collections.abc import Iterator
from typing import cast

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.belief import Belief
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.job import Job
from aurora.engines.repair.parts import Parts
from aurora.model.answer import Patch, Repair
from aurora.model.execution import Outcome, Status
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedSandbox

TEXT = '''"""Sums of money."""


def late(due, returned):
    """How many days after the due day it came back."""
    return max(0, due - returned)


def may_borrow(loans, limit):
    """Whether one more may be taken."""
    return len(loans) <= limit
'''
RIGHT = TEXT.replace("due - returned", "returned - due").replace("<=", "<")
TESTS = """from money import late, may_borrow


def test_late():
    assert late(10, 14) == 4
    assert late(10, 8) == 0
    assert late(3, 12) == 9


def test_may_borrow():
    assert may_borrow(["a"], 2)
    assert not may_borrow(["a", "b"], 2)
    assert not may_borrow([], 0)
"""


def repaired(sandbox: Sandbox, text: str, tests: str) -> Repair:
    task = RepairTask({"money.py": text}, ("money.py",), tests={"test_money.py": tests})
    return Repairer(sandbox).repair(task, Budget(seconds=100))


def test_each_of_several_faults_is_repaired_by_the_tests_that_see_it(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, TEXT, TESTS)
    assert answer.patch is not None
    assert answer.patch.files == {"money.py": RIGHT}
    assert answer.patch.operator == "modules.autonomy.repair.arithmetic, then modules.autonomy.repair.comparison"
    assert [each.partition(":")[0] for each in answer.failing] == ["test_late", "test_may_borrow"]
    assert answer.judgement.reasons[0] == "The failing tests see 2 faults, each of which was repaired by itself."
    assert answer.judgement.count("test") == (1, 1)
    assert answer.judgement.count("doubt") == (1, 1)
    assert answer.verdict is Verdict.VERIFIED  # as each is


def test_several_faults_are_repaired_beside_a_test_that_cannot_be_run_which_is_named(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, TEXT, f"{TESTS}\n\nasync def test_wait():\n    assert late(1, 2) == 1\n")
    assert answer.patch is not None
    assert answer.patch.files == {"money.py": RIGHT}
    assert answer.unrun == answer.judgement.reasons[-1:]
    assert answer.unrun[0].startswith("test_money.py::test_wait was not run")


def test_a_test_that_sees_both_faults_passes_with_both_repairs(sandbox: Sandbox) -> None:
    tests = (
        TESTS.replace("import late", "import both, late") + "\n\ndef test_both():\n    assert both() == (4, False)\n"
    )
    text = "def both():\n    return late(10, 14), may_borrow([1], 1)\n"
    answer = repaired(sandbox, f"{TEXT}\n\n{text}", tests)
    assert answer.patch is not None
    assert answer.patch.files == {"money.py": f"{RIGHT}\n\n{text}"}


def test_where_one_fault_has_no_repair_the_others_are_a_lead_and_nothing_is_answered(sandbox: Sandbox) -> None:
    tests = (
        TESTS.replace("import late", "import known, late")
        + "\n\ndef test_known():\n    assert known(1) == 'x7%q'\n    assert known(2) == '0k'\n"
    )
    answer = repaired(sandbox, f"{TEXT}\n\ndef known(number):\n    return None\n", tests)
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    lead, left = answer.judgement.reasons[1:3]
    good = "test_money.py::test_late, test_money.py::test_may_borrow"
    assert lead.startswith(f"Not applied, since others still fail; with it {good} would pass:\n")
    assert "+    return max(0, returned - due)" in lead
    assert left.startswith("Still failing, test_money.py::test_known: ")
    assert answer.faults[0].line >= 14


FEES = """def fee(days, member):
    if days < 30:
        return 90
    cost = days * 3
    if member:
        return cost * 2
    return cost
"""
FEE_TESTS = """from money import fee


def test_long():
    assert fee(31, False) == 90
    assert fee(60, True) == 90


def test_short():
    assert fee(5, False) == 15
    assert fee(20, False) == 60


def test_member():
    assert fee(6, True) == 9
    assert fee(5, True) == 7
    assert fee(20, True) == 30
"""


def test_two_faults_of_one_function_are_repaired_by_the_tests_that_see_them(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, FEES, FEE_TESTS)
    assert answer.patch is not None
    assert answer.patch.files == {"money.py": FEES.replace("days < 30", "days > 30").replace("cost * 2", "cost // 2")}


class Scripted:
    """The job of a task that falls apart into two, each of which is verified with its text."""

    failed = ("t.py::test_a", "t.py::test_b")
    groups: tuple[frozenset[str], ...] = (frozenset({failed[0]}), frozenset({failed[1]}))
    steps, doubt = 1, -5.0

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts

    def run(self) -> Repair:
        text = next(self._texts)
        if not text:
            return Repair(Judgement(Verdict.ABSTAINED))
        self.groups = ()
        return Repair(Judgement(Verdict.VERIFIED), Patch((), {"m.py": text}, "wrap"))

    def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (("def f():\n    return 1, 0\n", "def f():\n    return 1, 2\n"), Verdict.CONSISTENT),
        (("def f():\n    return 1, 0\n", "def f():\n    return 1, 0\n\n\ndef g():\n    return 3\n"), Verdict.VERIFIED),
    ],
)
def test_repairs_that_change_one_function_one_after_the_other_are_not_verified_together(
    texts: tuple[str, str], verdict: Verdict
) -> None:
    left = iter(("", *texts))
    parts = Parts(
        ScriptedSandbox(Outcome(Status.OK, exit_code=0)), lambda *_, **__: cast("Job", Scripted(left)), Belief()
    )
    tests = {"t.py": "def test_a(): ...\n\n\ndef test_b(): ...\n"}
    answer = parts.repair(RepairTask({"m.py": "def f():\n    return 0, 0\n"}, ("m.py",), tests=tests), Budget(100))
    assert answer.patch is not None
    assert (answer.patch.files, answer.verdict) == ({"m.py": texts[1]}, verdict)


CLASH = """from money import f


def test_one():
    assert f(3) == 4
    assert f(5) == 6
    assert f(9) == 10


def test_two():
    assert f(4) == 8
    assert f(6) == 12
    assert f(7) == 14


def test_three():
    assert f("q") == "x7%zz"
    assert f("w") == "0k"
"""
WANTED = {"test_one": {3: 4, 5: 6, 9: 10}, "test_two": {4: 8, 6: 12, 7: 14}}


def test_what_is_said_to_pass_with_a_lead_passes_with_it(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, "def f(x):\n    return x - 1\n", CLASH)
    assert answer.patch is None
    (lead,) = [said for said in answer.judgement.reasons if said.startswith("Not applied")]
    changed = [line[1:] for line in lead.splitlines() if line.startswith("+ ")]
    names: dict[str, object] = {}
    exec("def f(x):\n" + "\n".join(changed), names)
    for test, wanted in WANTED.items():
        if test in lead.partition("would pass")[0]:
            assert {x: names["f"](x) for x in wanted} == wanted  # type: ignore[operator]


def test_no_part_is_begun_when_the_steps_are_over_and_what_is_left_is_told(sandbox: Sandbox) -> None:
    task = RepairTask({"money.py": TEXT}, ("money.py",), tests={"test_money.py": TESTS})
    answer = Repairer(sandbox).repair(task, Budget(seconds=100, steps=1))
    assert answer.patch is None
    said = [each for each in answer.judgement.reasons if each.startswith("Not tried")]
    assert said == ["Not tried, since the steps of the budget were over: test_money.py::test_may_borrow."]
