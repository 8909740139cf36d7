"""The output of a service: written by the service itself to a file, rotated under it without losing a line.

A service holds its file open and must never wait for a reader, so a rotated part is copied out and its blocks are given
back to the file system by a hole (`fallocate`, Linux): the file keeps its length, and what is written meanwhile comes
after the hole. Where there are no holes (another file system), the file is left to grow until its service starts anew.
"""

import contextlib
import gzip
import os
import time
from datetime import UTC, datetime
from pathlib import Path

from aurora.adapters.process.room import fallocate
from aurora.model.service import LogRule

_KEEP_SIZE, _PUNCH_HOLE = 1, 2
_BLOCK = 4_096
_DAY = 86_400.0
_BATCH = 1 << 20  # bytes that are copied at one time


class Log:
    """The current file of one service, and the rotated ones beside it: `a.log`, `a.20261121T101500.log.gz`."""

    def __init__(self, path: Path, rule: LogRule) -> None:
        self.path = path
        self.rule = rule
        self._mark = path.with_suffix(".begun")

    @property
    def begin(self) -> int:
        """Where the file's text begins: after the hole that rotation left."""
        try:
            with self.path.open("rb") as file:
                return os.lseek(file.fileno(), 0, os.SEEK_DATA) if hasattr(os, "SEEK_DATA") else 0
        except OSError:
            return 0

    def text(self, most: int = 1 << 20) -> str:
        """The end of what is in the current file, at most so many bytes, without the cut first line."""
        try:
            with self.path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                begin = min(size, max(self.begin, size - most))
                file.seek(begin)
                text = file.read(most).lstrip(b"\0")
        except OSError:
            return ""
        whole = text if begin == 0 else text[text.find(b"\n") + 1 :]
        return whole.decode("utf-8", "replace")

    def due(self) -> bool:
        """Whether the current file uses more of the disk, or is used for longer, than its rule allows."""
        try:
            facts = self.path.stat()
        except OSError:
            return False
        used = getattr(facts, "st_blocks", facts.st_size / 512) * 512
        days = self.rule.every
        return used > self.rule.size_mb * 2**20 or (used > 0 and days > 0 and time.time() - self._begun > days * _DAY)

    @property
    def _begun(self) -> float:
        """When the current file was first looked at, or rotated: the time of a mark beside it."""
        if not self._mark.exists():
            self._mark.touch()
        return self._mark.stat().st_mtime

    def rotate(self) -> Path | None:
        """Move the whole blocks of the current file into a rotated one; returns it, or None when nothing was moved.

        A line may begin in one file and end in the next. A crash between copying and punching leaves lines twice, never
        not at all. Raises `OSError` on a full disk.
        """
        if self.rule.every:
            self._mark.touch()
        with self.path.open("r+b") as file:
            begin, size = self.begin, file.seek(0, os.SEEK_END)
            end = size - size % _BLOCK
            if end <= begin:
                return None
            name = self._name()
            target = name.with_name(f"{name.name}.gz") if self.rule.compress else name
            draft = name.with_suffix(".new")
            try:
                _copy(file.fileno(), begin, end, draft, packed=self.rule.compress)
                draft.replace(target)
            finally:
                draft.unlink(missing_ok=True)
            if not _punch(file.fileno(), begin, end - begin):
                target.unlink()
                return None
        self.tidy()
        return target

    def start_anew(self) -> None:
        """Before a new instance, when nobody writes: the hole is closed by moving what is left to a rotated file."""
        if self.path.exists() and self.begin > 0:
            self.path.replace(self._name())
            self.tidy()

    def rotated(self) -> list[Path]:
        """The rotated files, oldest first."""
        stem = self.path.name.removesuffix(".log")
        return sorted(each for each in self.path.parent.glob(f"{stem}.*T*.log*") if not each.name.endswith(".new"))

    def tidy(self) -> list[Path]:
        """Remove rotated files beyond number and age, and what a rotation that was cut off left; returns the first."""
        files, now = self.rotated(), time.time()
        for draft in self.path.parent.glob(f"{self.path.name.removesuffix('.log')}.*T*.new"):
            draft.unlink(missing_ok=True)
        kept = files[len(files) - self.rule.files :] if self.rule.files < len(files) else files
        gone = [each for each in files if each not in kept or now - each.stat().st_mtime > self.rule.days * _DAY]
        for each in gone:
            each.unlink(missing_ok=True)
        return gone

    def _name(self) -> Path:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        return self.path.with_name(f"{self.path.name.removesuffix('.log')}.{moment}.log")


def _punch(file: int, begin: int, length: int) -> bool:
    call = fallocate()
    return call is not None and int(call(file, _KEEP_SIZE | _PUNCH_HOLE, begin, length)) == 0


def _copy(file: int, begin: int, end: int, target: Path, *, packed: bool) -> None:
    """Copy a part of a file to another one, packed on the way, so that a disk with little left may still have room."""
    with target.open("wb") as out:
        os.lseek(file, begin, os.SEEK_SET)
        with gzip.open(out, "wb", 6) if packed else contextlib.nullcontext(out) as written:
            left = end - begin
            while left and (part := os.read(file, min(left, _BATCH))):
                written.write(part)
                left -= len(part)
        out.flush()
        os.fsync(out.fileno())


def last_lines(path: Path, most: int = 20) -> list[str]:
    """The last lines of a log, as far as they stand in its last 8 KiB; none when it cannot be read."""
    try:
        with path.open("rb") as log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - 8_192))
            return log.read().decode("utf-8", "replace").splitlines()[-most:]
    except OSError:
        return []
