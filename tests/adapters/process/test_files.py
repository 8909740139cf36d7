"""Files that are appended to or locked; Windows is simulated."""

import errno
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from aurora.adapters.process.files import appending, held, read_at, write_anew


class Msvcrt(ModuleType):
    """Locks of the C runtime of Windows: one byte, by whoever comes first."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.locked: dict[tuple[int, int], int] = {}  # inode and place: who

    def locking(self, file: int, mode: int, size: int) -> None:
        place = os.fstat(file).st_ino, os.lseek(file, 0, os.SEEK_CUR)
        assert (mode, size) == (self.LK_NBLCK, 1)
        if place in self.locked:
            raise PermissionError(errno.EACCES, "Permission denied")
        self.locked[place] = file


@pytest.fixture(params=["here", "windows"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "windows":
        monkeypatch.setitem(sys.modules, "fcntl", None)
        monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt())
        monkeypatch.delattr(os, "pread")
    return str(request.param)


@pytest.mark.usefixtures("system")
def test_a_file_is_held_by_one_and_what_stands_in_it_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_bytes(b"7\r\n")
    first = held(path)
    assert first is not None
    assert held(path) is None
    assert (path.read_bytes(), read_at(first, 32, 0)) == (b"7\r\n", b"7\r\n")
    other = held(tmp_path / "other")
    assert other is not None
    os.close(first)
    os.close(other)


@pytest.mark.usefixtures("system")
def test_what_is_appended_is_kept_as_it_is_and_read_from_any_place(tmp_path: Path) -> None:
    file = appending(tmp_path / "a")
    os.write(file, b"one\n")
    assert read_at(file, 100, 1) == b"ne\n"
    os.write(file, b"two\r\n")
    assert read_at(file, 100, 4) == b"two\r\n"
    assert not os.get_inheritable(file)
    os.close(file)


def test_a_file_that_cannot_be_written_anew_keeps_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.json"
    write_anew(path, "old")

    def full(self: Path, data: str, encoding: str) -> int:
        self.write_bytes(data[:1].encode(encoding))
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_anew(path, "new")
    assert path.read_text("utf-8") == "old"
