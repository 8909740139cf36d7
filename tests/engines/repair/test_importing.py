"""Files without tests: whether they import, and what they are like when they do."""

from collections.abc import Mapping

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.importing import import_test, is_fault
from aurora.engines.repair.laboratory import Failure
from aurora.model.answer import Repair
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Verdict

ORDERS = "from customers import name_of\n\n\ndef label(order):\n    return name_of(order[0])\n"
CUSTOMERS = "from orders import label\n\nNAMES = {1: 'Ann'}\n\n\ndef name_of(key):\n    return NAMES[key]\n"


def repaired(sandbox: Sandbox, files: Mapping[str, str]) -> Repair:
    return Repairer(sandbox).repair(RepairTask(files, tuple(files)), Budget(seconds=60))


def test_every_target_that_has_a_name_is_imported() -> None:
    made = import_test(("a.py", "src/pkg/__init__.py", "src/pkg/b.py", "pkg/__main__.py", "my-script.py"))
    assert made == {"test_imports.py": "import a\nimport pkg\nimport pkg.b\n\n\ndef test_imports():\n    pass\n"}


def test_no_file_of_the_project_is_hidden_by_the_test() -> None:
    assert [*import_test(("test_imports.py",))] == ["test_all_imports.py"]


@pytest.mark.parametrize(("kind", "fault"), [("SystemExit", False), ("HangError", False), ("NameError", True)])
def test_a_script_that_ends_or_waits_is_no_fault(kind: str, fault: bool) -> None:
    assert is_fault(Failure("import", kind), {}) is fault


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        ("import sys\nx = sys.argv[1]\n", "IndexError", False),
        ("x = [][1]\n", "IndexError", True),
        ("x = input()\n", "EOFError", False),
        ("x = open('data.csv')\n", "FileNotFoundError", False),
        ("x = inputs(input())\n", "NameError", True),
    ],
)
def test_what_is_missing_from_outside_is_no_fault_of_the_code(text: str, kind: str, fault: bool) -> None:
    assert is_fault(Failure("import", kind, "", (("a.py", 1, "<module>"),)), {"a.py": text}) is fault


@pytest.mark.parametrize("text", ["import sys\nprint(sys.argv[1])\n", "print(input())\n", "open('data.csv')\n"])
def test_a_script_that_is_not_given_what_it_asks_for_is_not_said_to_fail(sandbox: Sandbox, text: str) -> None:
    answer = repaired(sandbox, {"a.py": text})
    assert answer.judgement.reasons == ("The files parse, and there are no tests to repair against.",)


def test_a_script_that_raises_is_told_once(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, {"a.py": "print(max(word for word in []))\n"})
    assert " ".join(answer.judgement.reasons).count("ValueError") <= 2  # the error, and where it is
    assert "do not import" not in " ".join(answer.judgement.reasons)
    assert len([fault for fault in answer.faults if fault.line == 1]) == 1


def test_a_file_whose_name_is_a_keyword_is_not_imported() -> None:
    made = import_test(("lambda.py", "pkg/class.py", "a.py"))
    assert made == {"test_imports.py": "import a\n\n\ndef test_imports():\n    pass\n"}


def test_files_that_parse_with_a_name_that_means_nothing_are_not_said_not_to_parse(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, {"a.py": "class Box:\n    def area(self):\n        return self.size * 2\n"})
    assert answer.judgement.reasons == (
        "a.py:3: self.size means nothing here.",
        "The files parse and import, and there are no tests to repair against.",
    )
    assert (answer.faults[0].path, answer.faults[0].line) == ("a.py", 3)


def test_a_circle_is_broken_without_tests(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, {"orders.py": ORDERS, "customers.py": CUSTOMERS})
    assert answer.patch is not None
    assert answer.judgement.count("import") == (1, 1)
    assert answer.verdict is Verdict.CONSISTENT


def test_two_faults_one_behind_the_other_are_put_right(sandbox: Sandbox) -> None:
    text = "import randon\nfrom itertols import chain\n\nx = randon.Random(1)\ny = list(chain([1], [2]))\n"
    answer = repaired(sandbox, {"a.py": text})
    assert answer.patch is not None
    assert answer.patch.files["a.py"] == text.replace("randon", "random").replace("itertols", "itertools")


def test_a_missing_distribution_is_named_without_tests(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, {"a.py": "import cv2\n\nx = cv2.imread('a')\n"})
    assert answer.patch is None
    assert "pip install opencv-python" in answer.faults[0].why


def test_files_that_import_are_said_to(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, {"a.py": "x = 1\n"})
    assert answer.judgement.reasons == ("The files parse and import, and there are no tests to repair against.",)


def test_a_script_that_raises_is_left_with_what_it_raises(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, {"a.py": "x = [1]\nif x:\n    raise TypeError('no.')\n"})
    assert answer.patch is None
    assert "TypeError" in answer.judgement.reasons[0]
