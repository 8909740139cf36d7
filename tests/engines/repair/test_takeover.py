"""Repair from another version of the program, in the sandbox."""

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.engine import Repairer
from aurora.model.answer import Repair
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Verdict
from tests.engines.repair.worlds import CLAMP, clamp_task


def repaired(sandbox: Sandbox, task: RepairTask) -> Repair:
    return Repairer(sandbox).repair(task, Budget(seconds=100))


OLD = """def price(amount):
    return amount * 3


def label(amount):
    return f"{price(amount)} EUR"
"""
NEW = """def price(amount):
    # the new tax
    return amount * 4


def label(amount):
    return f"{price(amount):.2f} EUR"
"""


def test_of_an_earlier_version_only_the_lines_come_back_that_the_tests_need(sandbox: Sandbox) -> None:
    tests = "from shop import price\n\n\ndef test_price():\n    assert price(2) == 6\n"
    task = RepairTask({"shop.py": NEW}, ("shop.py",), tests={"test_shop.py": tests}, earlier={"shop.py": OLD})
    answer = repaired(sandbox, task)
    assert answer.patch is not None
    assert answer.patch.files == {"shop.py": NEW.replace("amount * 4", "amount * 3")}
    assert answer.verdict is Verdict.VERIFIED
    assert answer.judgement.reasons[0] == "1 of the 3 lines that differ go back to the earlier version."


def test_what_else_has_changed_since_the_earlier_version_is_told_by_an_input(sandbox: Sandbox) -> None:
    tests = "from shop import price\n\n\ndef test_price():\n    assert price(2) == 6\n"
    old = "def price(amount):\n    full = amount * 3\n    # without a tax\n    return full\n"
    new = "def price(amount):\n    full = amount * 4\n    # without a tax\n    return min(full, 8)\n"
    task = RepairTask({"shop.py": new}, ("shop.py",), tests={"test_shop.py": tests}, earlier={"shop.py": old})
    answer = repaired(sandbox, task)
    assert answer.patch is not None
    assert answer.patch.files == {"shop.py": new.replace("* 4", "* 3")}
    assert answer.verdict is Verdict.CONSISTENT
    assert any("is kept: price(" in reason and "is 8." in reason for reason in answer.judgement.reasons)


def test_an_earlier_version_that_fails_too_leaves_the_search_to_itself(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, clamp_task(earlier={"clamp.py": CLAMP.replace("return low", "return high")}))
    assert answer.patch is not None
    assert answer.patch.files["clamp.py"] == CLAMP.replace("value < high", "value > high")


def test_without_tests_an_earlier_version_lends_the_lines_that_make_a_file_parse(sandbox: Sandbox) -> None:
    broken = NEW.replace("<<", "").replace("    return amount * 4\n", "<<<<<<< ours\n    return amount * 4\n=======\n")
    task = RepairTask({"shop.py": broken}, ("shop.py",), earlier={"shop.py": NEW})
    answer = repaired(sandbox, task)
    assert answer.patch is not None
    assert (answer.patch.files, answer.verdict) == ({"shop.py": NEW}, Verdict.CONSISTENT)


def test_without_tests_nothing_is_taken_back_from_files_that_import(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, RepairTask({"shop.py": NEW}, ("shop.py",), earlier={"shop.py": OLD}))
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)


def test_what_is_new_since_the_earlier_version_stays(sandbox: Sandbox) -> None:
    old = "RATE = 2\n\n\ndef step(x):\n    return x * RATE\n"
    new = "RATE = 20\nLIMIT = 100\n\n\ndef capped(x):\n    return min(step(x), LIMIT)\n" + old[8:]
    tests = "from m import step\n\n\ndef test_step():\n    assert step(3) == 6\n    assert step(5) == 10\n"
    task = RepairTask({"m.py": new}, ("m.py",), tests={"test_m.py": tests}, earlier={"m.py": old})
    answer = repaired(sandbox, task)
    assert answer.patch is not None
    assert answer.patch.files == {"m.py": new.replace("RATE = 20\n", "RATE = 2\n")}


def test_without_values_to_compare_nothing_is_verified_by_a_reference(sandbox: Sandbox) -> None:
    broken = "def root(x):\n    if x < 0:\n        raise KeyError(x)\n    return x\n"
    right = broken.replace("KeyError", "ValueError")
    tests = (
        "import pytest\nfrom m import root\n\n\ndef test_it():\n    with pytest.raises(ValueError):\n        root(-1)\n"
    )
    answer = repaired(
        sandbox, RepairTask({"m.py": broken}, ("m.py",), tests={"test_m.py": tests}, reference={"m.py": right})
    )
    assert answer.verdict is not Verdict.VERIFIED
    assert not any("on 0 generated" in reason for reason in answer.judgement.reasons)
