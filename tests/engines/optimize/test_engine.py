"""Making functions quicker in the real sandbox: kept only what is the same and certainly quicker."""

from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.optimize.engine import Optimizer, interval
from aurora.model.optimization import Gain
from aurora.model.task import Budget
from aurora.registry.discover import discover

REWRITES = "aurora.modules.autonomy.rewrites"
PAIRS = (
    "def twice(xs):\n    for i in range(len(xs)):\n        for j in range(i + 1, len(xs)):\n"
    "            if xs[i] == xs[j]:\n                return True\n    return False\n"
)
TESTS = "from lib import twice\n\ndef test_twice():\n    assert twice([1, 2, 1])\n    assert not twice([3, 4, 5])\n"


@pytest.fixture(scope="module")
def optimizer() -> Iterator[Optimizer]:
    sandbox = open_sandbox(workers=1)
    yield Optimizer(sandbox, lambda: discover(REWRITES))
    sandbox.close()


def test_an_interval_needs_most_pairs_on_one_side() -> None:
    ratios = [2.0] * 11 + [0.5] * 3 + [90.0]
    assert interval(ratios) == Gain(2.0, 2.0, 2.0)
    assert interval([2.0] * 10 + [0.5] * 5).low == 0.5


def test_without_inputs_nothing_is_tried(optimizer: Optimizer) -> None:
    made = optimizer.optimize({"lib.py": PAIRS}, "lib.py", Budget(150))
    assert (made.changed, made.attempts) == ({}, ())
    assert "No inputs are known for twice" in made.notes[0]


def test_failing_tests_stop_everything(optimizer: Optimizer) -> None:
    files = {"lib.py": PAIRS, "test_lib.py": "from lib import twice\n\ndef test_x():\n    assert twice([])\n"}
    made = optimizer.optimize(files, "lib.py", Budget(150), tests=["test_lib.py"])
    assert (made.changed, made.attempts) == ({}, ())
    assert "The tests do not pass as they are" in made.notes[0]


def test_a_nested_scan_becomes_one_pass(optimizer: Optimizer) -> None:
    files = {"lib.py": PAIRS, "test_lib.py": TESTS}
    made = optimizer.optimize(files, "lib.py", Budget(100), kind="algorithm", tests=["test_lib.py"])
    (kept,) = made.kept
    assert kept.rewrite == f"{REWRITES.removeprefix('aurora.')}.seen_before"
    assert kept.gain is not None
    assert kept.gain.low > 1
    assert "seen = set()" in made.changed["lib.py"]
    assert made.inputs["twice"] > 20


def test_a_rewrite_with_other_answers_is_refused_with_the_input(optimizer: Optimizer) -> None:
    text = "def least(xs: list[int]) -> int:\n    return sorted(xs)[0]\n"
    made = optimizer.optimize({"lib.py": text}, "lib.py", Budget(300), calls=["([3, 1, 2],)"], function="least")
    (attempt,) = made.attempts
    assert not attempt.kept
    assert attempt.why == "It is not the same: for ([]) it gives ValueError in place of IndexError."


def test_what_is_no_gain_is_refused(optimizer: Optimizer) -> None:
    text = "def some(xs: list[int]) -> bool:\n    return any([x > 3 for x in xs])\n"
    made = optimizer.optimize({"lib.py": text}, "lib.py", Budget(300), calls=["([0, 0, 0],)"], function="some")
    assert all(each.gain is not None or "not the same" in each.why for each in made.attempts)


def test_proposals_are_told_without_proof(optimizer: Optimizer) -> None:
    assert ("modules.autonomy.rewrites.seen_before", 2) in optimizer.proposals(PAIRS)
    assert optimizer.proposals("def f(:\n") == ()


def test_a_budget_of_one_step_is_one_rewrite_tried(optimizer: Optimizer) -> None:
    text = "def some(xs: list[int]) -> bool:\n    return any([x > 3 for x in sorted(xs)]) or sorted(xs)[0] in [1, 2]\n"
    made = optimizer.optimize({"lib.py": text}, "lib.py", Budget(300, steps=1), calls=["([0, 0, 0],)"], function="some")
    assert len(made.attempts) == 1
    assert made.notes == ("The budget was spent before all rewrites of some were tried.",)
