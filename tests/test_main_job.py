"""The main job on real input, with the real engines and the real sandbox."""

import json
import os
import subprocess
import sys
from pathlib import Path

SPEC = """# Spec: extremes

### Function `largest`
```python
def largest(numbers: list[int]) -> int
```

#### Description
The largest number of a list.

#### Examples
| numbers | out |
|---------|-----|
| [1, 5, 2] | 5 |
| [-3, -9] | -3 |
| [7] | 7 |
| [4, 4, 0, 3] | 4 |

#### Preconditions
- len(numbers) > 0

#### Postconditions
- ret in numbers
- all(number <= ret for number in numbers)
"""
ADD = '"""Sums."""\n\n\ndef add(a, b):\n    return a - b  # of both\n'
TEST = """from add import add


def test_add():
    assert add(1, 2) == 3


def test_zero():
    assert add(4, 0) == 4
"""


def aurora(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-m", "aurora", *words],
        cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip


def test_a_specification_and_an_example_go_all_the_way_to_the_report(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "extremes.md").write_text(SPEC)
    project = tmp_path / "examples" / "adder"
    project.mkdir(parents=True)
    (project / "add.py").write_text(ADD)
    (project / "test_add.py").write_text(TEST)
    done = aurora(tmp_path, "run", "--budget", "20", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    (function,), (repair,) = answer["functions"], answer["projects"]
    assert function["verdict"] == "verified"
    scope: dict[str, object] = {}
    exec(function["code"], scope)
    assert eval("largest([2, 11, 3])", scope) == 11
    assert "+    return a + b  # of both" in repair["diff"]
    assert (project / "add.py").read_text() == ADD
    folder = tmp_path / Path(answer["report"]).parent
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=folder, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert tests.returncode == 0, tests.stdout


def test_a_fix_is_applied_and_undone_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "add.py").write_text(ADD)
    (tmp_path / "test_add.py").write_text(TEST)
    fixed = aurora(tmp_path, "fix", ".", "--test", "pytest -q", "--budget", "120")
    assert fixed.returncode == 0, fixed.stderr
    assert (tmp_path / "add.py").read_text() == ADD.replace("a - b", "a + b")
    undone = aurora(tmp_path, "fix", ".", "--undo")
    assert undone.returncode == 0, undone.stderr
    assert (tmp_path / "add.py").read_text() == ADD
