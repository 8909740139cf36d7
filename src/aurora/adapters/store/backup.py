"""Verified copies of a database while it is in use, and the way back."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.engine import URL

from aurora.adapters.store.copied import Copied
from aurora.adapters.store.database import Database, parse_url
from aurora.adapters.store.failures import place, told
from aurora.model.errors import BadInputError, CorruptStoreError, NotFoundError, StoreError, ToolError

_HEADER = b"SQLite format 3\x00"
_LIVE_SECONDS = 10.0
_TOOL_SECONDS = 3600.0


def backup(database: Database, path: Path) -> Copied:
    """Copy a database that is in use to a new file; what is answered was read back and found whole.

    Raises `BadInputError` when the file is there already, `StoreError` when the copy is damaged, `FullDiskError`.
    """
    if path.exists():
        raise BadInputError("is there already; nothing was written.", where=str(path), next_step="Name another file.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _draft(path) as draft:
        rows = _copy_sqlite(database, draft) if database.is_sqlite else _dump(database, draft)
        _flush(draft)
        copied = Copied(path, draft.stat().st_size, _digest(draft), rows)
        draft.replace(path)
    return copied


def restore(url_text: str, path: Path, *, force: bool = False) -> Copied:
    """Put a backup in the place of a database; what was there is put aside (SQLite) or replaced (PostgreSQL).

    The backup is checked first. Raises `NotFoundError`, `CorruptStoreError`, and `BadInputError` while an executor
    works on the database, unless `force`.
    """
    if not path.is_file():
        raise NotFoundError("backup", str(path))
    url = parse_url(url_text)
    if not force:
        _refuse_living(url)
    return _restore_sqlite(url, path) if url.get_backend_name() == "sqlite" else _restore_dump(url, path)


def _copy_sqlite(database: Database, draft: Path) -> int:
    with (
        told(database.url),
        closing(sqlite3.connect(database.where)) as source,
        closing(sqlite3.connect(draft)) as target,
    ):
        source.backup(target, pages=1024, sleep=0.01)
        target.execute("PRAGMA journal_mode=DELETE")
    return _check_sqlite(draft)


def _check_sqlite(path: Path) -> int:
    """The rows of a whole database file; raises `CorruptStoreError`."""
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise CorruptStoreError(str(path), "it is no SQLite file")
    url = make_url(f"sqlite:///{path}")
    with told(url), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise CorruptStoreError(str(path), str(found))
        names = [
            str(name)
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE"
                " 'CREATE VIRTUAL%'"
            )
        ]
        if "alembic_version" not in names:
            raise CorruptStoreError(str(path), "it is not a database of Aurora's")
        return sum(int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names)


def _restore_sqlite(url: URL, path: Path) -> Copied:
    rows = _check_sqlite(path)
    target = Path(place(url))
    target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        shutil.copyfile(path, draft)
        _flush(draft)
        if _digest(draft) != _digest(path):
            raise CorruptStoreError(str(path), "it changed while it was read")
        aside = _put_aside(target)
        draft.replace(target)
    return Copied(path, path.stat().st_size, _digest(path), rows, aside)


def _put_aside(target: Path) -> Path | None:
    """Move a database with its journal to a new name."""
    if not target.exists():
        return None
    aside = target.with_name(f"{target.name}.before-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
    for ending in ("-wal", "-shm", ""):
        part = target.with_name(target.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside


def _refuse_living(url: URL) -> None:
    if url.get_backend_name() == "sqlite" and not Path(place(url)).exists():
        return
    try:
        database = Database(url.render_as_string(hide_password=False))
    except StoreError:
        return  # a damaged database has nobody who works on it
    try:
        with database.reading() as connection:
            newest = connection.execute(text("SELECT max(beat) FROM executors WHERE ended IS NULL")).scalar()
    finally:
        database.close()
    if newest and datetime.now(UTC).timestamp() - float(newest) < _LIVE_SECONDS:
        raise BadInputError(
            "an executor is working on this database; nothing was changed.",
            where=place(url),
            next_step="Stop every `aurora jobs work` first, or use --force.",
        )


def _dump(database: Database, draft: Path) -> int:
    _postgresql("pg_dump", database.url, "--format=custom", f"--file={draft}")
    listed = _postgresql("pg_restore", None, "--list", str(draft))
    if "TABLE DATA public events" not in listed:
        raise CorruptStoreError(str(draft), "the copy does not hold the events")
    return _count_dump(draft)


def _count_dump(path: Path) -> int:
    """The rows of a dump, read back whole: its data as SQL, between each COPY and its end."""
    rows, inside = 0, False
    for line in _postgresql("pg_restore", None, "--data-only", "--file=-", str(path)).splitlines():
        if inside:
            inside = line != "\\."
            rows += inside
        else:
            inside = line.startswith("COPY ")
    return rows


def _restore_dump(url: URL, path: Path) -> Copied:
    rows = _count_dump(path)
    _postgresql("pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", str(path))
    database = Database(url.render_as_string(hide_password=False))
    with database.writing() as connection:  # the transactions of another server mean nothing here
        connection.execute(text("UPDATE events SET xid = 0"))
    database.close()
    return Copied(path, path.stat().st_size, _digest(path), rows)


def _postgresql(program: str, url: URL | None, *arguments: str) -> str:
    """Run one of PostgreSQL's programs; raises `ToolError`. The password goes through the environment."""
    environment = dict(os.environ)
    where: list[str] = []
    if url is not None:
        plain = url.set(drivername="postgresql", password=None)
        environment["PGPASSWORD"] = str(url.password or "")
        where = [f"--dbname={plain.render_as_string(hide_password=False)}"]
    try:
        done = subprocess.run(
            [_program(program), *where, *arguments],
            capture_output=True,
            text=True,
            timeout=_TOOL_SECONDS,
            env=environment,
            check=False,
        )
    except OSError as error:
        raise ToolError(program, f"is not here ({error.strerror}); a PostgreSQL backup needs it.") from None
    if done.returncode:
        last = done.stderr.strip().splitlines()
        raise ToolError(program, f"failed: {last[-1] if last else done.returncode}.")
    return done.stdout


def _program(name: str) -> str:
    """Debian keeps the programs of each version in a folder of their own."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    return str(found[-1]) if found else name


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
