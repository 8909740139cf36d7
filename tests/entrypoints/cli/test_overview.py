"""`aurora overview`: where the report is on stdout, what was measured on stderr."""

from collections.abc import Callable
from pathlib import Path

from aurora.registry.discover import discover
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran


def test_a_project_is_reported_on(aurora: Callable[..., Ran], tmp_path: Path) -> None:
    tools = tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))
    assert aurora("overview", str(tmp_path / "nothing"), tools=tools).status == 2
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/a.py").write_text("x = 1\n")
    ran = aurora("overview", str(tmp_path / "shop"), "--out", str(tmp_path / "out"), tools=tools)
    assert ran.status == 0
    assert ran.out.strip().endswith("out/report.html")
    assert "analysis modes measured it" in ran.err
    made = aurora("overview", str(tmp_path / "shop"), "--json", tools=tools)
    assert (made.json["done"], made.json["earlier"], made.json["figures"]["files"]) == (True, 1, 1.0)
