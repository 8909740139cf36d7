from collections.abc import Callable
from pathlib import Path

from tests.entrypoints.cli.conftest import Ran


def test_a_file_is_written_once(aurora: Callable[..., Ran], tmp_path: Path) -> None:
    environment = {"AURORA_SERVICES": str(tmp_path / "aurora.toml")}
    assert aurora("init", environment=environment).status == 0
    assert "[services.controller]" in (tmp_path / "aurora.toml").read_text("utf-8")
    again = aurora("init", environment=environment)
    assert (again.status, "is there already" in again.err) == (2, True)
    other = aurora("init", "--file", tmp_path / "b.toml", "--json")
    assert other.json == {"file": str(tmp_path / "b.toml")}
