"""File access by path."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from aurora.adapters.sandbox.inside import kernel, landlock
from tests.adapters.sandbox.census import not_permitted
from tests.adapters.sandbox.forking import in_fork


@pytest.fixture(autouse=True)
def _only_where_it_is() -> None:
    try:
        landlock.version()
    except OSError as error:
        not_permitted(f"no Landlock: {error}")


def ruled(work: Callable[[], object], readable: Path, writable: Path, folder: int | None = None) -> str:
    """What `work` answers under the rules."""

    def inner() -> object:
        rules = landlock.Ruleset([str(readable), "/no/such/path"], [str(writable), "/dev/null"], folder)
        kernel.forbid_new_privileges()
        rules.put_on()
        return work()

    return in_fork(inner)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("readable", "writable", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="ascii")
    return tmp_path


def outcome(attempt: Callable[[], object]) -> str:
    try:
        return str(attempt())
    except OSError as error:
        return type(error).__name__


def test_only_what_is_granted_is_read_and_written(tree: Path) -> None:
    def work() -> object:
        read = [outcome((tree / name / "file").read_text) for name in ("readable", "writable", "other")]
        write = [outcome(partial((tree / name / "new").write_text, "x")) for name in ("readable", "writable", "other")]
        return read + write

    expected = ["readable", "writable", "PermissionError", "PermissionError", "1", "PermissionError"]
    assert ruled(work, tree / "readable", tree / "writable") == str(expected)


def test_a_device_that_is_granted_is_written(tree: Path) -> None:
    assert (
        ruled(lambda: Path("/dev/null").write_text("x", encoding="ascii"), tree / "readable", tree / "writable") == "1"
    )


def test_moving_and_linking_lead_nowhere_else(tree: Path) -> None:
    def work() -> object:
        inside, outside = tree / "writable" / "file", tree / "other" / "moved"
        return [
            outcome(lambda: inside.rename(outside)),
            outcome(lambda: outside.hardlink_to(inside)),
            outcome(lambda: (tree / "readable" / "file").unlink()),
            outcome(lambda: os.truncate(tree / "other" / "file", 0)),
        ]

    answers = ruled(work, tree / "readable", tree / "writable")
    assert "None" not in answers
    assert (tree / "other" / "file").read_text("ascii") == "other"
    assert (tree / "readable" / "file").exists()


def test_an_open_folder_can_be_granted(tree: Path) -> None:
    folder = os.open(tree / "other", os.O_RDONLY)
    try:

        def work() -> object:
            return os.read(os.open("file", os.O_RDONLY, dir_fd=folder), 9)

        assert ruled(work, tree / "readable", tree / "writable", folder) == "b'other'"
    finally:
        os.close(folder)


def test_no_signal_reaches_a_process_outside(tree: Path) -> None:
    if landlock.version() < 6:
        not_permitted("Landlock scopes signals from ABI 6 on")
    host = os.getpid()
    answer = ruled(lambda: outcome(lambda: os.kill(host, 0)), tree / "readable", tree / "writable")
    assert answer == "PermissionError"
