"""`aurora autostart`, from a user's side."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.adapters.process.autostart import Starter
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.fixture
def aurora(aurora: Aurora, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Aurora:
    file = tmp_path / "aurora.toml"
    file.write_text('[services.a]\ncommand = "sleep 1"\n', "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    environment = {"AURORA_SERVICES": str(file), "AURORA_STATE": str(tmp_path / "state")}
    return lambda *words: aurora(*words, environment=environment)


def test_an_unknown_starter_or_a_bad_service_file_writes_nothing(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("autostart", "initd").status == 2
    (tmp_path / "aurora.toml").write_text("[services", "utf-8")
    assert aurora("autostart", "systemd", "--write").status == 2
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("starter", Starter)
def test_it_is_shown_and_written_only_when_that_is_asked_for(aurora: Aurora, tmp_path: Path, starter: Starter) -> None:
    shown = aurora("autostart", starter, "--json").json
    assert (shown["written"], (tmp_path / "home").exists()) == (False, False)
    assert str(tmp_path / "aurora.toml") in shown["text"]
    assert "aurora" in aurora("autostart", starter).out
    written = aurora("autostart", starter, "--write")
    assert (written.status, shown["switch_on"] in written.out) == (0, True)
    text = Path(shown["path"]).read_bytes()
    assert text.decode("utf-16" if starter is Starter.WINDOWS else "utf-8") == shown["text"]
