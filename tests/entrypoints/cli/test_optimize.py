"""`aurora optimize`: the difference on stdout, what was tried on stderr, status 1 when nothing was kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from aurora.contracts.prepared import PreparedOptimizer
from aurora.registry.discover import discover
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.flows.test_optimize import AFTER, BEFORE, MADE

Aurora = Callable[..., Ran]


def test_a_missing_path_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    assert aurora("optimize", str(tmp_path / "nothing.py"), tools=tools).status == 2
    assert aurora("optimize", str(tmp_path), "--undo", tools=tools).status == 2


def test_nothing_kept_is_status_1(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    tools = tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))
    ran = aurora("optimize", str(tmp_path / "a.py"), tools=tools)
    assert (ran.status, ran.out) == (1, "")
    assert "0 of 0 rewrites kept" in ran.err


def test_what_was_kept_is_shown_applied_and_undone(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(BEFORE.encode())
    base = tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))
    tools = replace(base, optimize=PreparedOptimizer(every=MADE))
    dry = aurora("optimize", str(tmp_path / "a.py"), "--dry-run", "--json", tools=tools)
    assert (dry.status, dry.json["applied"], dry.json["attempts"][0]["gain"]["low"]) == (0, False, 1.5)
    ran = aurora("optimize", str(tmp_path / "a.py"), tools=tools)
    assert ran.status == 0
    assert "return k in d" in ran.out
    assert "+ a.py:2 f, keys_of_mapping: Quicker." in ran.err
    assert (tmp_path / "a.py").read_bytes() == AFTER.encode()
    assert aurora("optimize", str(tmp_path / "a.py"), "--undo", tools=tools).status == 0
    assert (tmp_path / "a.py").read_bytes() == BEFORE.encode()
