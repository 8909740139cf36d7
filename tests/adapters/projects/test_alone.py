"""A lock is held by one at a time, and dies with its holder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aurora.adapters.projects.alone import locked
from aurora.model.errors import BadInputError


def test_a_lock_that_another_one_holds_is_told_after_a_while(tmp_path: Path) -> None:
    file = locked(tmp_path / "lock")
    with pytest.raises(BadInputError, match=r"has been changing files for 0\.05 s; nothing was changed"):
        locked(tmp_path / "lock", 0.05)
    os.close(file)
    os.close(locked(tmp_path / "lock", 0))


def test_a_lock_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        locked(tmp_path / "nowhere" / "lock")


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from aurora.adapters.projects.alone import locked; "
        "locked(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "lock")], check=False, timeout=60)
    os.close(locked(tmp_path / "lock", 0))
