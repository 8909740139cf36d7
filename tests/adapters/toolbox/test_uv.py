"""uv: the versions of a folder, a resolution with it alone, and what is told without uv."""

import stat
import sys
import zipfile
from pathlib import Path

import pytest

from aurora.adapters.toolbox.uv import Uv
from aurora.model.errors import NotFoundError


def wheel(folder: Path, name: str, version: str, *requires: str) -> None:
    info = f"{name}-{version}.dist-info"
    needs = "".join(f"Requires-Dist: {each}\n" for each in requires)
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as file:
        file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}")
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{info}/RECORD", "")


def fake(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "bin/uv"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nimport sys\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(program.with_name("python")))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="wheels"):
        Uv().known(str(tmp_path / "none"))


def test_wheels_and_source_archives_are_known_by_their_names(tmp_path: Path) -> None:
    wheel(tmp_path, "My_Shop", "1.0")
    for name in ("my_shop-2.0.tar.gz", "broken.whl", "notes.txt"):
        (tmp_path / name).write_text("")
    assert Uv().known(str(tmp_path)) == {"my-shop": ("1.0", "2.0")}


def test_without_uv_nothing_is_resolved_and_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.adapters.toolbox.uv.shutil.which", lambda _name: None)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert Uv().resolve(["a"], str(tmp_path)).unavailable == "uv is not installed"


def test_pins_and_conflicts_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "print('My.Shop==1.0\\nb[x]==2.0')", monkeypatch)
    assert dict(Uv().resolve(["a"], str(tmp_path)).pins) == {"my-shop": "1.0", "b": "2.0"}


def test_a_conflict_is_told_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "sys.stderr.write('No solution:\\n  a needs b'); sys.exit(1)", monkeypatch)
    assert Uv().resolve(["a"], str(tmp_path)).conflict == "No solution: a needs b"


def test_the_real_uv_resolves_with_the_folder_alone(tmp_path: Path) -> None:
    wheel(tmp_path, "shop", "1.0", "till>=2")
    wheel(tmp_path, "till", "1.0")
    assert "till" in Uv().resolve(["shop"], str(tmp_path)).conflict
    wheel(tmp_path, "till", "2.1")
    assert dict(Uv().resolve(["shop"], str(tmp_path)).pins) == {"shop": "1.0", "till": "2.1"}
