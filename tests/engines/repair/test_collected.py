from collections.abc import Iterator

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.laboratory import Laboratory
from aurora.model.answer import Edit
from aurora.model.task import Budget, RepairTask

BAG = "def sort_it(bag):\n    bag.sort()\n    return bag[1:]\n"
TESTS = """import pytest
from bag import sort_it

SEEN = []


@pytest.fixture
def bag():
    made = [3, 1, 2]
    yield made
    assert len(made) == 3


class TestBag:
    def test_fixture(self, bag):
        assert not hasattr(self, "been")
        self.been = True
        SEEN.append(1)
        assert len(SEEN) == 1
        assert sort_it(bag) == [1, 2, 3]


@pytest.mark.parametrize("tool", [pytest])
@pytest.mark.parametrize("items", [[2, 1], [5, 4]])
def test_shared(items, tool):
    assert tool is pytest
    assert items[0] > items[1]
    assert len(sort_it(items)) == 2


@pytest.mark.parametrize("items", [iter([2, 1])])
def test_consumed(items):
    assert sort_it(list(items)) != [7]


def test_folder(tmp_path):
    (tmp_path / "new").mkdir()
    assert sort_it([2, 1]) is not None


@pytest.mark.xfail
def test_known():
    raise KeyError


def test_skipped():
    pytest.skip("not here")
"""
AT = BAG.index("[1:]")


def patch(text: str) -> tuple[Edit, ...]:
    return (Edit("bag.py", AT, AT + 4, text),)


@pytest.fixture
def laboratory(sandbox: Sandbox) -> Iterator[Laboratory]:
    task = RepairTask({"bag.py": BAG}, ("bag.py",), tests={"test_bag.py": TESTS})
    laboratory = Laboratory(sandbox, task, Budget(seconds=300))
    laboratory.pytest = True
    yield laboratory
    laboratory.close()


def test_each_candidate_gets_fixtures_objects_and_parameters_of_its_own(laboratory: Laboratory) -> None:
    probe = laboratory.probe()
    order = [trace.name for trace in probe.traces]
    assert {trace.name.partition("::")[2] for trace in probe.failing} == {
        "TestBag::test_fixture", "test_shared[items0-pytest]", "test_shared[items1-pytest]"
    }  # fmt: skip
    trials = laboratory.trials([patch(""), patch("[2:]"), patch(""), patch(" + bag.clear()"), patch("")], order, 120.0)
    assert [trial and trial.passed for trial in trials] == [7, 0, 7, 0, 7]
    assert [trial and trial.failure and trial.failure.status for trial in trials] == [
        None, "fail", None, "error", None,
    ]  # fmt: skip


def test_a_test_that_was_not_collected_is_missing(laboratory: Laboratory) -> None:
    laboratory.probe()
    (trial,) = laboratory.trials([patch("")], ["test_bag.py::test_gone"], 60.0)
    assert trial is not None
    assert trial.failure is not None
    assert trial.failure.kind == "Missing"


CASE = """import unittest
from bag import sort_it


class BagTest(unittest.TestCase):
    def setUp(self):
        self.bag = [2, 1]

    def test_order(self):
        self.assertEqual(sort_it(self.bag), [1, 2])

    @unittest.expectedFailure
    def test_known(self):
        self.fail()

    def test_skipped(self):
        self.skipTest("not here")
"""


def test_what_a_test_case_keeps_to_itself_is_a_failure(sandbox: Sandbox) -> None:
    task = RepairTask({"bag.py": BAG}, ("bag.py",), tests={"test_bag.py": CASE})
    laboratory = Laboratory(sandbox, task, Budget(seconds=300))
    laboratory.pytest = True
    order = [trace.name for trace in laboratory.probe().traces]
    trials = laboratory.trials([patch("[2:]"), patch(""), patch("[0:1]")], order, 120.0)
    laboratory.close()
    assert [trial and trial.failure and trial.failure.status for trial in trials] == ["fail", None, "fail"]


def test_a_change_of_what_an_import_does_is_tried_as_well(sandbox: Sandbox) -> None:
    text = "SIZE = 2\n\n\ndef big(n):\n    return n > SIZE\n"
    tests = "import pytest\nfrom sizes import big\n\n\n@pytest.mark.parametrize('n', [4, 5])\ndef test_big(n):\n"
    tests += "    assert big(n) == (n > 4)\n"
    task = RepairTask({"sizes.py": text}, ("sizes.py",), tests={"test_sizes.py": tests, "test_more.py": tests})
    laboratory = Laboratory(sandbox, task, Budget(seconds=300))
    laboratory.pytest = True
    order = [trace.name for trace in laboratory.probe().traces]
    batch = [(Edit("sizes.py", 7, 8, digit),) for digit in "435"]
    trials = laboratory.trials(batch, order, 120.0)
    laboratory.close()
    assert [trial and (trial.passed, trial.failure is None) for trial in trials] == [(4, True), (0, False), (1, False)]


def test_what_can_be_run_only_once_is_the_killer_only_of_real_runs(sandbox: Sandbox) -> None:
    tests = "import pytest\nfrom bag import sort_it\n\n\n@pytest.mark.parametrize('items', [iter([2, 1])])\n"
    tests += "def test_consumed(items):\n    assert sort_it(list(items)) == [1, 2]\n"
    task = RepairTask({"bag.py": BAG}, ("bag.py",), tests={"test_bag.py": tests})
    laboratory = Laboratory(sandbox, task, Budget(seconds=300))
    laboratory.pytest = True
    order = [trace.name for trace in laboratory.probe().traces]
    trials = laboratory.trials([patch("[2:]"), patch(""), patch("[2:]"), patch("")], order, 120.0)
    laboratory.close()
    assert [trial and trial.failure is None for trial in trials] == [False, True, False, True]
