"""Luminar on a simulated Windows: nothing of it has ever run on a real one."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("elsewhere.py")


def test_a_small_life_needs_nothing_that_windows_does_not_have(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert {"aurora.adapters.process.keeper", "aurora.engines.luminar.decide"} <= set(told["modules"])
    assert (told["memory"], told["adopted"], told["started"]) == (96.0, True, [["app.exe"]] * 3)
    assert told["events"] == [
        "service.started",
        "service.healthy",
        "service.failed exited with status 3",
        "heal.decided exited with status 3",
        "service.restarted",
        "service.healthy",
        "service.adopted",
        "service.failed exited with status 7",
        "heal.decided exited with status 7",
        "service.restarted",
        "service.healthy",
        "service.stopped",
    ]
