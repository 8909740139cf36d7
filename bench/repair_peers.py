"""Candidates a CPU-second on one project: ours, mutmut and cosmic-ray, each run as a program and measured alike.

`python bench/repair_peers.py VENV`: VENV is a throwaway environment with pytest, mutmut and cosmic-ray
(`uv venv VENV && uv pip install --python VENV/bin/python pytest mutmut cosmic-ray`).
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

COPIES = 6
FUNCTIONS = """def spread{n}(numbers):
    low = high = numbers[0]
    for number in numbers:
        if number < low:
            low = number
        elif number > high:
            high = number
    return high - low


def mean{n}(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers)


"""
TESTS = """from numbers_of import mean{n}, spread{n}


def test_spread{n}():
    assert spread{n}([3, 9, 1, 4]) == 8
    assert spread{n}([5]) == 0


def test_mean{n}():
    assert mean{n}([1, 2, 3]) == 2


"""
PYPROJECT = """[tool.mutmut]
source_paths = ["numbers_of/"]
[tool.pytest.ini_options]
pythonpath = ["."]
"""
COSMIC = """[cosmic-ray]
module-path = "numbers_of"
timeout = 10.0
excluded-modules = []
test-command = "{python} -m pytest -q -x tests"
[cosmic-ray.distributor]
name = "local"
"""
OURS = """import sys, time
from pathlib import Path
from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.engines.repair.evidence import mine
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.propose import propose
from aurora.engines.repair.search import failing_first
from aurora.engines.repair.state import State
from aurora.model.task import Budget, RepairTask
from aurora.registry.discover import discover

name = "numbers_of/__init__.py"
text = Path(name).read_text().replace("high - low", "high + low", 1)
tests = {path.as_posix(): path.read_text() for path in Path("tests").glob("test_*.py")}
task = RepairTask({name: text}, (name,), tests=tests)
sandbox = open_sandbox(workers=1)
laboratory = Laboratory(sandbox, task, Budget(seconds=120))
probe = laboratory.probe()
laboratory.cpu, laboratory.steps = 0.05, 5000
parts, state = discover("aurora.modules.autonomy.repair").of(REPAIR_OPERATOR), State({name: text}, probe=probe)
found = [each for tier in (1, 2, 3) for each in propose(state, probe, parts, mine(task), tier)]
edits = [candidate.edits({name: text}) for candidate in found]
trials = [t for at in range(0, len(edits), 80) for t in laboratory.trials(edits[at:at + 80], failing_first(probe), 60)]
laboratory.close()
sandbox.close()
print("candidates", sum(trial is not None for trial in trials))
"""


def main() -> None:
    peers = Path(sys.argv[1]).absolute() / "bin"
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), peers)
        os.chdir(folder)
        runs = {
            "aurora": ([sys.executable, "-c", OURS], r"candidates (\d+)"),
            "mutmut": ([str(peers / "mutmut"), "run", "--max-children", "1"], r"(\d+)/\d+(?!.*\d/\d)"),
            "cosmic-ray": ([str(peers / "cosmic-ray"), "exec", "cosmic.toml", "session.sqlite"], ""),
        }
        subprocess.run([str(peers / "cosmic-ray"), "init", "cosmic.toml", "session.sqlite"], check=True)
        for name, (command, pattern) in runs.items():
            output, cpu = measured(command)
            if not pattern:
                output = subprocess.run(
                    [str(peers / "cr-report"), "session.sqlite"], capture_output=True, text=True, check=True
                ).stdout
            counts = re.findall(pattern or r"complete: (\d+)", output, re.DOTALL)
            count = int(counts[-1]) if counts else 0
            print(f"{name:10} {count:5} candidates {cpu:7.1f} CPU-s {count / cpu:8.1f} a CPU-second, start included")


def write(folder: Path, peers: Path) -> None:
    (folder / "numbers_of").mkdir()
    (folder / "tests").mkdir()
    text = "".join(FUNCTIONS.format(n=n) for n in range(COPIES))
    (folder / "numbers_of" / "__init__.py").write_text(text.rstrip() + "\n")
    for n in range(COPIES):
        (folder / "tests" / f"test_{n}.py").write_text(TESTS.format(n=n).rstrip() + "\n")
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "cosmic.toml").write_text(COSMIC.format(python=peers / "python"))


def measured(command: list[str], seconds: float = 120) -> tuple[str, float]:
    """What a program wrote, and the CPU seconds of it and its children; ended after `seconds`."""
    before = os.times()
    try:
        output = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False).stdout
    except subprocess.TimeoutExpired as late:
        output = (late.stdout or b"").decode()
    after = os.times()
    return output, after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
