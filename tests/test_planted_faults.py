"""`make check` fails for a sideways import, a folder on no floor, and a file that is too long."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository's sources and rules, as a checkout of their own."""
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("src", "docs", "changelog.d"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    (tmp_path / "tests").mkdir()
    for name in ("pyproject.toml", "ARCHITECTURE.md", "tests/test_repository.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


def step_of_check(name: str) -> str:
    """The line of `make check` that runs a tool, so that these tests run what CI runs."""
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith("\t") and name in line]
    return line.strip().lstrip("@").replace("$(BIN)/", f"{BIN}/")


def run(step: str, folder: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    words = [*step_of_check(step).split(), *more]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_import_floors_hold_as_they_are(copy: Path) -> None:
    done = run("lint-imports", copy)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_sideways_import_fails(copy: Path) -> None:
    engine = copy / "src" / "aurora" / "engines" / "verify" / "engine.py"
    engine.write_text(engine.read_text("utf-8") + "\nimport aurora.engines.synthesis.engine\n", "utf-8")
    done = run("lint-imports", copy)
    assert done.returncode == 1
    assert "aurora.engines.verify.engine -> aurora.engines.synthesis.engine" in done.stdout


def test_an_import_that_goes_up_fails(copy: Path) -> None:
    verdict = copy / "src" / "aurora" / "model" / "verdict.py"
    verdict.write_text(verdict.read_text("utf-8") + "\nimport aurora.flows.tools\n", "utf-8")
    done = run("lint-imports", copy)
    assert done.returncode == 1
    assert "aurora.model.verdict -> aurora.flows.tools" in done.stdout


def test_a_subprocess_outside_the_adapters_fails(copy: Path) -> None:
    flow = copy / "src" / "aurora" / "flows" / "tools.py"
    flow.write_text(flow.read_text("utf-8") + "\nimport subprocess\n", "utf-8")
    done = run("lint-imports", copy)
    assert done.returncode == 1
    assert "aurora.flows.tools -> subprocess" in done.stdout


def test_a_folder_on_no_floor_fails(copy: Path) -> None:
    folder = copy / "src" / "aurora" / "attic"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Things nobody placed."""\n')
    done = run("lint-imports", copy)
    assert done.returncode == 1
    assert "attic" in done.stdout


@pytest.mark.parametrize(
    ("place", "lines"),
    [("src/aurora/flows/long.py", 600), ("src/aurora/units/knowledge/strings/is_palindrome.py", 151)],
)
def test_a_file_that_is_too_long_fails(copy: Path, place: str, lines: int) -> None:
    path = copy / place
    text = path.read_text("utf-8") if path.exists() else '"""Long."""\n'
    path.write_text(text + "\n" * (lines - text.count("\n")), "utf-8")
    done = run("tests/test_repository.py", copy, "-k", "no_file_is_longer")
    assert done.returncode == 1
    assert place in done.stdout
