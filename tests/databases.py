"""Real databases for tests: a SQLite file, and a PostgreSQL server that lives as long as the test session."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

REQUIRED = os.environ.get("AURORA_TEST_REQUIRE") == "1"
_START_SECONDS = 240.0
_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def binaries() -> Path | None:
    """Where PostgreSQL's programs are; the newest version that this machine has."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    other = shutil.which("initdb")
    return Path(other).parent if other else None


class PostgreSQL:
    """One server on a Unix socket, run by an unprivileged user; `crash` and `start` make an immediate restart."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._user = _unprivileged()
        self.folder = Path(tempfile.mkdtemp(prefix="aurora-pg-", dir="/tmp"))
        self._own(self.folder)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "aurora", "-A", "trust", "-E", "UTF8", "--no-sync")
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={self.folder}"]
        options += ["-c", "max_connections=200", "-c", "shared_buffers=32MB"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._programs / "postgres"), "-D", str(self.folder / "data"), *options],
                stdout=log,
                stderr=log,
                user=self._user,
                group=pwd.getpwnam(self._user).pw_gid if self._user else None,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                psycopg.connect(self._dsn("postgres")).close()
            except psycopg.OperationalError:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return

    def crash(self) -> None:
        """End the server as a power cut would for its clients: no farewell, no flush (`immediate` shutdown)."""
        self._end(signal.SIGQUIT)

    def stop(self) -> None:
        """End the server and remove its data."""
        self._end(signal.SIGINT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self, disk: Path | None = None) -> str:
        """The URL of a database of its own; its files are on `disk` when there is one."""
        name = f"t{uuid.uuid4().hex}"
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            place = ""
            if disk is not None:
                self._own(disk)
                connection.execute(f"CREATE TABLESPACE \"{name}\" LOCATION '{disk}'".encode())
                place = f' TABLESPACE "{name}"'
            connection.execute(f'CREATE DATABASE "{name}"{place}'.encode())
        return f"postgresql+psycopg://aurora@/{name}?host={self.folder}"

    def drop_database(self, url: str) -> None:
        """Remove a database that has a disk of its own, and let go of that disk."""
        name = make_url(url).database
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
            connection.execute(f'DROP TABLESPACE "{name}"'.encode())

    def _own(self, folder: Path) -> None:
        if self._user:
            account = pwd.getpwnam(self._user)
            os.chown(folder, account.pw_uid, account.pw_gid)

    def _dsn(self, name: str) -> str:
        return f"host={self.folder} user=aurora dbname={name}"

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            try:
                self._process.wait(_START_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def _run(self, program: str, *arguments: str) -> None:
        group = pwd.getpwnam(self._user).pw_gid if self._user else None
        command = [str(self._programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, user=self._user, group=group, cwd=self.folder)


def _end_with_parent() -> None:
    """A server must not outlive tests that are killed."""
    ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGINT)


def _unprivileged() -> str | None:
    """Whom the server runs as when the tests run as root."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def server() -> PostgreSQL:
    """A new server; skips the test when this machine has none, unless AURORA_TEST_REQUIRE=1."""
    programs = binaries()
    if programs is None:
        if REQUIRED:
            pytest.fail("PostgreSQL is required (AURORA_TEST_REQUIRE=1) and its initdb was not found")
        pytest.skip("no PostgreSQL on this machine: no initdb below /usr/lib/postgresql nor on PATH")
    return PostgreSQL(programs)
