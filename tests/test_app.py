"""Joining the parts: what is discovered holds, and nothing is started before it is used."""

import subprocess
import sys
from pathlib import Path

from aurora.app import join, parts
from aurora.contracts.component import COMPONENT
from aurora.contracts.fixer import FIXER
from aurora.contracts.mode import MODE
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.model.settings import Settings


def test_every_kind_of_part_is_discovered() -> None:
    registry = parts()
    for contract in (COMPONENT, MODE, FIXER, REPAIR_OPERATOR):
        assert registry.of(contract), contract.name
    assert len({part.id for part in registry.parts}) == len(registry.parts)


def test_joining_starts_no_process(tmp_path: Path) -> None:
    children = Path("/proc/self/task").glob("*/children")
    before = [path.read_text() for path in children]
    tools = join(Settings(runs=tmp_path, jobs=3))
    after = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    tools.close()
    assert before == after
    assert tools.jobs == 3


def test_the_module_is_the_console_script() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aurora", "report", "nothing"], capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 2
    assert "there is no run 'nothing'" in done.stderr
