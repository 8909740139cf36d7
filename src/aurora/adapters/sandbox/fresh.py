"""The sandbox of systems without fork or namespaces: a fresh interpreter for each program."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import aurora
from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import places
from aurora.adapters.sandbox.inside.conclusion import concluded
from aurora.adapters.sandbox.inside.probe import probe
from aurora.adapters.sandbox.interrupts import Check, Interrupts, never
from aurora.adapters.sandbox.queued import QueuedSession, Sent
from aurora.adapters.sandbox.required import insist
from aurora.model.execution import Json, Limits, Outcome, Program, Protection, Status

_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from aurora.adapters.sandbox.inside.alone import main; main(sys.argv[2])"
)
_LOOK = 0.005
_KB, _MB = 1024, 1024 * 1024
_POSIX = os.name == "posix"
_MEANS = {
    "network": [],
    "filesystem": [],
    "processes": ["process group"],
    "memory": ["RLIMIT_AS"] * _POSIX,
    "time": ["wall clock of the host"] + ["RLIMIT_CPU"] * _POSIX,
    "file size": ["RLIMIT_FSIZE"] * _POSIX,
    "output": ["watch over the output"],
    "privileges": [],
}


class FreshInterpreter:
    """A `Sandbox` that holds time, output and what else the system's resource limits hold; see `protections`.

    The calls of a guest are neither isolated nor limited one by one. Where the system has no `os.wait4`, processor
    time and memory are not known and stay 0. Raises `UnprotectedError` before anything is run when a protection of
    `required.NAMES` that is not in `without` is not in force. May be used by several threads.
    """

    def __init__(
        self, *, without: frozenset[str] = frozenset(), workers: int = 1, interrupts: Interrupts | None = None
    ) -> None:
        self._without, self._workers = without, workers
        self._interrupts = interrupts or Interrupts()
        self._probing = threading.Lock()
        self._protections: tuple[Protection, ...] = ()
        self._running: set[_Process] = set()

    def protections(self) -> tuple[Protection, ...]:
        """What is in force, each found by an attempt to break it."""
        with self._probing:
            if not self._protections:
                self._protections = probe(self._execute, _MEANS, os.getpid(), str(Path.home()))
        return self._protections

    def run(self, program: Program) -> Outcome:
        """Run one program to its end."""
        return self._run(program, self._interrupts.here())

    def _run(self, program: Program, check: Check) -> Outcome:
        wire.check(program)
        insist(self.protections(), self._without)
        return self._execute(program, check)

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        """Run many, as many at a time as there are workers."""
        check = self._interrupts.here()
        with ThreadPoolExecutor(self._workers) as threads:
            yield from threads.map(lambda program: self._run(program, check), programs)

    def _execute(self, program: Program, check: Check = never) -> Outcome:
        with self._process(wire.pack_program(program), program.limits) as process:
            return process.watch(check)

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> QueuedSession:
        """Start a guest in an interpreter of its own."""
        wire.check_files(files or {})
        insist(self.protections(), self._without)
        request = {**wire.pack_guest(entry, payload, limits, files or {}), "stdin": ""}
        return _Process(request, limits, self._running).session(self._interrupts.here())

    @contextlib.contextmanager
    def _process(self, request: dict[str, Json], limits: Limits) -> Iterator["_Process"]:
        process = _Process(request, limits, self._running)
        try:
            yield process
        finally:
            process.close()

    def close(self) -> None:
        """End all that runs."""
        for process in tuple(self._running):
            process.close()


class _Process:
    """One fresh interpreter with its folders."""

    def __init__(self, request: dict[str, Any], limits: Limits, running: "set[_Process]") -> None:
        self._limits, self._silent, self._running = limits, request.get("command") is not None, running
        self._folder = tempfile.TemporaryDirectory(prefix=f"aurora-sandbox-{os.getpid()}-", ignore_cleanup_errors=True)
        top = Path(self._folder.name)
        scratch, self._words, self._out, self._err = (top / name for name in ("scratch", "words", "out", "err"))
        scratch.mkdir()
        places.write(str(scratch), wire.unpack_files(request.pop("files")))
        (top / "in").write_bytes(wire.unpack_bytes(request.pop("stdin")))
        self._asked = self._words.write_bytes(json.dumps(request).encode("ascii") + b"\n")
        guest = request["do"] == "start"
        with (top / "in").open("rb") as given, self._out.open("wb") as out, self._err.open("wb") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-sP", "-c", _BOOT, str(Path(aurora.__file__).parent.parent), str(self._words)],
                stdin=subprocess.PIPE if guest else given,
                stdout=subprocess.PIPE if guest else out,
                stderr=err,
                env=_environment(str(scratch)),
                cwd=scratch,
                start_new_session=True,
            )
        self._started = time.monotonic()
        self._watch: threading.Thread | None = None
        running.add(self)

    def watch(self, check: Check = never) -> Outcome:
        """Wait for the end, or for a limit, and say how it ended; what `check` raises comes first."""
        ended_by = None
        while (ended := _ended(self._process)) is None and ended_by is None:
            time.sleep(_LOOK)
            check()
            ended_by = self._reached()
        self._kill()
        code, cpu_seconds, peak_mb = ended or _ended(self._process, wait=True) or (0, 0.0, 0.0)
        figures: dict[str, Any] = {
            "stdout": self._text(self._out),
            "stderr": self._text(self._err),
            "seconds": time.monotonic() - self._started,
            "cpu_seconds": cpu_seconds,
            "peak_mb": peak_mb,
        }
        said = self._words.read_bytes()[self._asked :]
        return concluded(said, ended_by or self._flooded(), code, self._limits, figures, silent=self._silent)

    def _reached(self) -> Status | None:
        if time.monotonic() - self._started > self._limits.wall_seconds:
            return Status.WALL_TIME
        return self._flooded()

    def _flooded(self) -> Status | None:
        most = min(self._limits.output_kb * _KB + 1, self._limits.file_mb * _MB)
        sizes = (self._out.stat().st_size >= most, self._err.stat().st_size >= most)
        return Status.OUTPUT if any(sizes) or self._words.stat().st_size - self._asked > wire.VALUE_LIMIT else None

    def _text(self, path: Path) -> str:
        with path.open("rb") as file:
            return file.read(self._limits.output_kb * _KB).decode("utf-8", "replace")

    def _kill(self) -> None:
        if _POSIX:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()

    def session(self, check: Check = never) -> QueuedSession:
        """The host's side of a guest in this process."""
        sent: Sent = queue.Queue()
        given, told = self._process.stdin, self._process.stdout
        assert given is not None
        assert told is not None
        outcomes: list[Outcome] = []
        watch = threading.Thread(target=lambda: outcomes.append(self.watch()), daemon=True)
        self._watch = watch
        watch.start()

        def pump() -> None:
            try:
                while line := told.readline(wire.MESSAGE_LIMIT):
                    sent.put(json.loads(line))
            except (ValueError, RecursionError):  # it is no message of Aurora's, or too long
                self._kill()
            watch.join()
            sent.put(outcomes[0])

        threading.Thread(target=pump, daemon=True).start()

        def deliver(message: Json) -> None:
            with contextlib.suppress(BrokenPipeError):
                given.write(json.dumps(message).encode("ascii") + b"\n")
                given.flush()

        return QueuedSession(deliver, sent, self.close, check)

    def close(self) -> None:
        """Kill what is left and remove the folders."""
        self._kill()
        if self._watch is not None:
            self._watch.join()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._folder.cleanup()
        self._running.discard(self)


def _environment(scratch: str) -> dict[str, str]:
    needed = {
        name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ
    }  # Windows starts nothing without
    return {**places.environment(scratch), **needed}


def _ended(process: "subprocess.Popen[bytes]", *, wait: bool = False) -> tuple[int, float, float] | None:
    """(exit status, processor seconds, peak MiB) of a process that ended; None while it runs."""
    if not hasattr(os, "wait4"):
        code = process.wait() if wait else process.poll()
        return None if code is None else (code, 0.0, 0.0)
    pid, status, used = os.wait4(process.pid, 0 if wait else os.WNOHANG)
    if pid == 0:
        return None
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = used.ru_maxrss / (_MB if sys.platform == "darwin" else _KB)
    return process.returncode, used.ru_utime + used.ru_stime, peak
