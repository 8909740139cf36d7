from pathlib import Path

import pytest

from aurora.adapters.notify.desktop import show


def test_without_a_desktop_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert show("web opened", "it fell") == "there is no notify-send"


def program(folder: Path, text: str) -> None:
    path = folder / "notify-send"
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


def test_a_message_is_handed_over_as_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    program(tmp_path, f'printf "%s|" "$@" > {tmp_path}/said')
    assert show("web opened", "--help $(x)", critical=True) == ""
    assert (tmp_path / "said").read_text("utf-8") == "--app-name=Aurora|--urgency=critical|--|web opened|--help $(x)|"
    program(tmp_path, "echo no display >&2; exit 3")
    assert show("a", "b") == "no display"
