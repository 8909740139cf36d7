"""kill -9 before each single write: at the next request the tree is as before or as after, and nothing lies about."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from aurora.adapters.projects.change import Changes

BEFORE = {"a.py": "x = 1\n", "b.py": "y = 1\n"}
AFTER = {"a.py": "x = 2\n", "b.py": "y = 2\n", "test_a.py": "pass\n"}
MOST_STEPS = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def content(root: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(root.iterdir())}


def project(folder: Path) -> Path:
    root = folder / "project"
    root.mkdir()
    for name, text in BEFORE.items():
        (root / name).write_text(text)
    return root


def die(verb: str, root: Path, state: Path, fatal: int) -> bool:
    """Whether the program was killed; otherwise it came to its end."""
    command = [sys.executable, "-m", "tests.adapters.projects.dying", verb, str(root), str(state), str(fatal)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["apply", "undo"])
def test_the_tree_is_as_before_or_as_after(tmp_path: Path, verb: str) -> None:
    seen = []
    for fatal in range(1, MOST_STEPS):
        folder = tmp_path / str(fatal)
        folder.mkdir()
        root, state = project(folder), folder / "state"
        if verb == "undo":
            Changes(state).apply(root, BEFORE, AFTER, "fix")
        killed = die(verb, root, state, fatal)
        Changes(state).recover(root)
        seen.append(content(root))
        assert content(root) in (BEFORE, AFTER)
        assert not list(state.rglob(".*"))
        if not killed:
            break
    else:
        pytest.fail("the program never came to its end")
    first, last = (BEFORE, AFTER) if verb == "apply" else (AFTER, BEFORE)
    turn = seen.index(last)
    assert turn > 0
    assert all(each == first for each in seen[:turn])
    assert all(each == last for each in seen[turn:])
