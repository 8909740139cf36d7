"""The guest's side of coverage, run by a pytest of its own in a fresh interpreter."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = "import json, sys; from aurora.engines.analysis import reached; print(json.dumps(reached.{}({})))"


def told(folder: Path, function: str, **request: object) -> object:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(function, repr(request))],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return json.loads(done.stdout)


def test_the_first_failing_test_is_the_killer(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text("def test_x(): pass\ndef test_y(): assert 0\ndef test_z(): assert 0\n")
    assert told(tmp_path, "kill", tests=["test_a.py"]) == "test_a.py::test_y"
    assert told(tmp_path, "kill", tests=["test_a.py::test_x"]) == ""
    (tmp_path / "test_a.py").write_text("import nothing_there\n")
    assert "test_a.py" in str(told(tmp_path, "kill", tests=["test_a.py"]))


def test_a_line_that_runs_on_import_is_reached_by_all_tests(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("LIMIT = 3\n")
    (tmp_path / "test_a.py").write_text("from a import LIMIT\ndef test_x(): pass\ndef test_y(): assert LIMIT == 3\n")
    seen = told(tmp_path, "cover", tests=["test_a.py"], asked=["a.py"])
    assert isinstance(seen, dict)
    assert seen["reach"] == {"a.py": {"1": [0, 1]}}
