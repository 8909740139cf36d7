"""Candidates a second: in a batch, one fork each, and through real pytest; on a small project of our own."""

import time
from collections.abc import Callable

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.engines.repair.evidence import mine
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.propose import propose
from aurora.engines.repair.search import failing_first
from aurora.engines.repair.state import State
from aurora.model.task import Budget, RepairTask
from aurora.registry.discover import discover

TEXT = '''"""Statistics of a list of numbers."""


def spread(numbers):
    low = high = numbers[0]
    for number in numbers:
        if number < low:
            low = number
        elif number < high:
            high = number
    return high - low


def mean(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers)
'''
TESTS = """from numbers_of import mean, spread


def test_spread():
    assert spread([3, 9, 1, 4]) == 8


def test_one():
    assert spread([5]) == 0


def test_mean():
    assert mean([1, 2, 3]) == 2
"""
BATCHED, SINGLE, REAL = 400, 60, 5


def rate(count: int, work: Callable[[], object]) -> float:
    start = time.monotonic()
    work()
    return count / (time.monotonic() - start)


def main() -> None:
    task = RepairTask({"numbers_of.py": TEXT}, ("numbers_of.py",), tests={"test_numbers_of.py": TESTS})
    sandbox = open_sandbox()
    laboratory = Laboratory(sandbox, task, Budget(seconds=60))
    probe = laboratory.probe()
    laboratory.cpu = 0.05
    parts = discover("aurora.modules.autonomy.repair").of(REPAIR_OPERATOR)
    texts = {"numbers_of.py": TEXT}
    start = time.monotonic()
    state, evidence = State(texts, probe=probe), mine(task)
    found = [each for tier in (1, 2, 3) for place in propose(state, probe, parts, evidence, tier) for each in place]
    proposed = len(found) / (time.monotonic() - start)
    order = failing_first(probe)
    edits = [candidate.edits(texts) for candidate in found]
    batch = (edits * (BATCHED // len(edits) + 1))[:BATCHED]
    print(f"proposed           {proposed:8.0f} a second ({len(found)} of one file)")
    batched = rate(BATCHED, lambda: [laboratory.trials(batch[at : at + 40], order, 60) for at in range(0, BATCHED, 40)])
    print(f"tried in batches   {batched:8.0f} a second")
    single = rate(SINGLE, lambda: [laboratory.trials([each], order, 60) for each in batch[:SINGLE]])
    print(f"one fork each      {single:8.0f} a second")
    real = rate(REAL, lambda: [laboratory.confirm(found[at].texts()) for at in range(REAL)])
    print(f"real pytest        {real:8.1f} a second")
    laboratory.close()
    sandbox.close()


if __name__ == "__main__":
    main()
