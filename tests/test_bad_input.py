"""Bad input on the real command line: a sentence that says what and what to do, the right status, nothing changed."""

import subprocess
import sys
from pathlib import Path

import pytest

SPEC = """# Spec: doubles

### Function `double`
```python
def double(n: int) -> int
```

#### Description
Twice a number.

#### Examples
| n | out |
|---|-----|
| 2 | 4 |
| 2 | 5 |
"""
BROKEN = "def add(a, b):\n    return a - b\n"
TEST = "from add import add\n\n\ndef test_add():\n    assert add(1, 2) == 3\n    assert add(5, 5) == 10\n"


def aurora(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "aurora", *words]
    environment = {"HOME": str(folder / "home"), "PATH": "/usr/bin:/bin", "AURORA_RUNS": str(folder / "runs")}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=110
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "add.py").write_text(BROKEN)
    (root / "test_add.py").write_text(TEST)
    return root


def said(done: "subprocess.CompletedProcess[str]") -> str:
    return " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("fix", "nothing.py"), "there is no file or folder 'nothing.py'"),
        (("analyze", "nothing.py"), "there is no file or folder 'nothing.py'"),
        (("run", "nothing.md"), "there is no specification 'nothing.md'"),
        (("eval", "synth", "nothing.jsonl", "--out", "out"), "there is no task file 'nothing.jsonl'"),
        (("synth", ""), "there are neither words nor examples"),
        (("synth", "x", "--example", "f(1) == 1", "--example", "f(1) == 2"), "f(1) == 1 and f(1) == 2"),
        (("report", "yesterday"), "there is no run 'yesterday'"),
    ],
)
def test_what_is_not_there_or_cannot_be_is_refused(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    done = aurora(tmp_path, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in said(done)


def test_a_file_that_is_not_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    done = aurora(tmp_path, "fix", "notes.txt")
    assert done.returncode == 2
    assert "notes.txt: is not a Python file. Give a .py file or a folder." in said(done)


def test_a_file_of_50_mb_is_refused_at_once(tmp_path: Path) -> None:
    for name in ("big.py", "big.md"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(50 * 2**20)
    for words in (("fix", "big.py"), ("analyze", "big.py"), ("run", "big.md")):
        done = aurora(tmp_path, *words)
        assert done.returncode == 2, words
        assert "52,428,800 bytes" in said(done) or "50.0 MB" in said(done)


@pytest.mark.parametrize(
    ("text", "place"), [("", "empty.md"), ("# Spec: x\n\n### Function `f`\n", "empty.md:3"), (SPEC, "empty.md:")]
)
def test_a_bad_specification_is_refused_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "empty.md").write_text(text)
    done = aurora(tmp_path, "run", "empty.md")
    assert done.returncode == 2
    assert place in "".join(done.stderr.split())
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize(
    ("test", "sentence"),
    [
        ("python -c 'while True: pass'", "did not end within 3 s; nothing was changed."),
        ("no-such-command-here", "cannot be run; nothing was changed."),
    ],
)
def test_a_test_command_that_hangs_or_does_not_exist_is_refused(
    tmp_path: Path, project: Path, test: str, sentence: str
) -> None:
    done = aurora(tmp_path, "fix", str(project), "--test", test, "--budget", "3")
    assert done.returncode == 2
    assert sentence in said(done)
    assert (project / "add.py").read_text() == BROKEN


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_changed(tmp_path: Path, project: Path) -> None:
    (tmp_path / "home").write_text("a file where the state folder would be")
    done = aurora(tmp_path, "fix", str(project), "--test", "pytest -q", "--budget", "20")
    assert done.returncode == 2
    assert "Set AURORA_STATE to a folder that can be written and has room." in said(done)
    assert (project / "add.py").read_text() == BROKEN
