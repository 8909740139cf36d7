"""Optimizing a project: applied when something was kept, shown only on a dry run, undone byte for byte."""

from dataclasses import replace
from pathlib import Path

import pytest

from aurora.contracts.prepared import PreparedOptimizer
from aurora.engines.learning.trust import START, TRUST
from aurora.flows.fix_code import undo_change
from aurora.flows.optimize import Aims, optimize
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.optimization import Attempt, Gain, Optimization
from aurora.registry.discover import discover
from tests.doubles import tools_with

BEFORE, AFTER = "def f(d, k):\r\n    return k in d.keys()\r\n", "def f(d, k):\r\n    return k in d\r\n"
KEPT = Attempt("modules.autonomy.rewrites.keys_of_mapping", "a.py", "f", 2, True, "Quicker.", Gain(2.0, 1.5, 2.5))
MADE = Optimization({"a.py": AFTER}, (KEPT,), {"f": 9})


def tools(folder: Path, **answers: Optimization) -> Tools:
    made = tools_with(folder / "home", registry=discover("aurora.units.modes"))
    return replace(made, optimize=PreparedOptimizer((), **answers))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_bytes(BEFORE.encode())
    return root


def test_what_is_not_there_or_not_python_is_refused(project: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        optimize(tools(tmp_path), project / "nothing.py")
    (project / "a.py").write_text("def f(:\n")
    with pytest.raises(BadInputError, match="is not Python"):
        optimize(tools(tmp_path), project)


def test_nothing_kept_changes_nothing(project: Path, tmp_path: Path) -> None:
    made = optimize(tools(tmp_path), project)
    assert (made.applied, made.diff) == (False, "")
    with pytest.raises(NotFoundError):
        undo_change(tools(tmp_path), project)


def test_a_dry_run_shows_and_changes_nothing(project: Path, tmp_path: Path) -> None:
    made = optimize(tools(tmp_path, every=MADE), project, Aims(dry_run=True))
    assert "+    return k in d" in made.diff
    assert not made.applied
    assert (project / "a.py").read_bytes() == BEFORE.encode()


def test_what_was_kept_is_applied_and_undone_byte_for_byte(project: Path, tmp_path: Path) -> None:
    joined = tools(tmp_path, algorithm=MADE)
    assert optimize(joined, project / "a.py", Aims(algorithms=True)).applied
    assert (project / "a.py").read_bytes() == AFTER.encode()
    undone = undo_change(joined, project / "a.py")
    assert undone.title == "Make quicker: keys_of_mapping in f"
    (trust,) = joined.store().lessons.of([TRUST])
    assert trust.part == KEPT.rewrite
    assert trust.value < START
    assert (project / "a.py").read_bytes() == BEFORE.encode()
