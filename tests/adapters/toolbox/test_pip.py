"""pip: a wheel of a local folder comes, nothing else does, and every failure names the command."""

import ensurepip
import io
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from aurora.adapters.toolbox.pip import Pip
from aurora.model.errors import BadInputError, ToolError


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels that alone is asked; what is installed goes to the folder `site` beside it."""
    wheels = sorted((Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl"))
    if not wheels:
        pytest.skip("this Python brings no pip")
    folder = tmp_path / "wheels"
    folder.mkdir()
    settings = {"PYTHONPATH": wheels[0], "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder, "PIP_TARGET": tmp_path / "site"}
    settings |= {"PIP_NO_CACHE_DIR": "1", "PIP_CONFIG_FILE": "/dev/null", "HOME": tmp_path}
    for name, value in settings.items():
        monkeypatch.setenv(name, str(value))
    return folder


def wheel(folder: Path, name: str) -> None:
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as file:
        file.writestr(f"{name}.py", "ANSWER = 42\n")
        file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        file.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")


def test_a_distribution_of_a_local_folder_is_installed(shelf: Path) -> None:
    wheel(shelf, "tallying")
    Pip().install("tallying")
    assert (shelf.parent / "site" / "tallying.py").read_text() == "ANSWER = 42\n"


def test_an_unknown_distribution_is_an_error_that_names_the_command(shelf: Path) -> None:
    with pytest.raises(ToolError, match="nothing-of-this-name") as failed:
        Pip().install("nothing-of-this-name")
    flags = "--only-binary :all: --no-input --disable-pip-version-check"
    assert failed.value.where == f"{sys.executable} -m pip install {flags} nothing-of-this-name"
    assert not (shelf.parent / "site").exists()


def test_the_build_code_of_a_source_distribution_is_never_run(shelf: Path) -> None:
    built = shelf.parent / "built"
    with tarfile.open(shelf / "tallying-1.0.tar.gz", "w:gz") as file:
        for name, text in {
            "setup.py": f"open({str(built)!r}, 'w')",
            "PKG-INFO": "Name: tallying\nVersion: 1.0",
        }.items():
            entry = tarfile.TarInfo(f"tallying-1.0/{name}")
            entry.size = len(text)
            file.addfile(entry, io.BytesIO(text.encode()))
    with pytest.raises(ToolError, match="tallying"):
        Pip().install("tallying")
    assert not built.exists()


@pytest.mark.parametrize("name", ["", "-r evil.txt", "--index-url=x", "../a", "a b", "a@http://b", "a\n", "ä", "a;b"])
def test_what_is_no_name_is_never_given_to_pip(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(BadInputError):
        Pip().install(name)


def test_an_interpreter_that_is_not_there_or_has_no_pip_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(ToolError, match="No such file"):
        Pip().install("a")
    python.write_text("#!/bin/sh\necho 'No module named pip' >&2\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(ToolError, match="a was not installed: No module named pip"):
        Pip().install("a")


def test_pip_is_given_so_long_and_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexec sleep 60\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(ToolError, match="timed out"):
        Pip(0.2).install("a")
