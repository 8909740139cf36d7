"""The in-memory twin: runs programs and guests in this very process, for unit tests only."""

import contextlib
import io
import json
import queue
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from types import ModuleType

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import places
from aurora.adapters.sandbox.inside.direct import DirectGuest, Inbox, observe
from aurora.adapters.sandbox.queued import QueuedSession, Sent
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Program, Protection

_NAMES = ("network", "filesystem", "processes", "memory", "time", "file size", "output", "privileges")
_JOIN_SECONDS = 5.0
Answers = Callable[[Program], Outcome | None]


class InMemory:
    """A `Sandbox` that protects from nothing.

    `answers` scripts outcomes: what it gives for a program is its outcome; None lets the source be executed.
    Commands are not run, so they need an answer. Guests run in a thread of this process, their calls in that thread.
    """

    def __init__(self, answers: Answers = lambda _: None) -> None:
        self._answers = answers
        self._one_at_a_time = threading.Lock()
        self.programs: list[Program] = []
        """What was run, in order."""

    def protections(self) -> tuple[Protection, ...]:
        """All are missing."""
        return tuple(Protection(name, in_force=False, by="nothing", detail="the in-memory twin") for name in _NAMES)

    def run(self, program: Program) -> Outcome:
        """The scripted outcome, or that of executing the source here."""
        wire.check(program)
        self.programs.append(program)
        if (answer := self._answers(program)) is not None:
            return answer
        if program.source is None:
            raise SandboxError(f"the in-memory twin has no answer for the command {program.command}.")
        source = program.source
        with self._one_at_a_time, _scratch(program.files) as scratch, _standard_input(program.stdin):
            return observe(lambda: _execute(source), scratch)

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        """One after the other."""
        return map(self.run, programs)

    def start(
        self,
        entry: str,
        payload: Json,
        *,
        limits: Limits,  # noqa: ARG002 - the contract gives them
        files: Mapping[str, str | bytes] | None = None,
    ) -> QueuedSession:
        """Run the guest in a thread; `limits` are not held, and closing waits for the guest's own end."""
        wire.check_files(files or {})
        inbox: Inbox = queue.Queue()
        sent: Sent = queue.Queue()
        guest = DirectGuest(lambda message: sent.put(json.loads(json.dumps(message, allow_nan=False))), inbox)

        def work() -> None:
            with _scratch(files or {}) as scratch:
                module, _, function = entry.partition(":")
                sent.put(observe(lambda: getattr(import_module(module), function)(guest, payload), scratch))

        thread = threading.Thread(target=work, daemon=True)
        thread.start()

        def stop() -> None:
            inbox.put(None)
            thread.join(_JOIN_SECONDS)

        return QueuedSession(inbox.put, sent, stop)

    def close(self) -> None:
        """Nothing is kept."""


def _execute(source: str) -> object:
    module = ModuleType("__main__")
    exec(compile(source, "<program>", "exec", dont_inherit=True), module.__dict__)
    return module.__dict__.get("result")


@contextlib.contextmanager
def _scratch(files: Mapping[str, str | bytes]) -> Iterator[str]:
    """A current folder that holds `files` and that modules are imported from; forgotten afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        places.write(folder, {name: wire.as_bytes(content) for name, content in files.items()})
        before = set(sys.modules)
        sys.path.insert(0, folder)
        try:
            with contextlib.chdir(folder):
                yield folder
        finally:
            sys.path.remove(folder)
            for name in set(sys.modules) - before:
                if (getattr(sys.modules[name], "__file__", None) or "").startswith(f"{folder}/"):
                    del sys.modules[name]


@contextlib.contextmanager
def _standard_input(text: str) -> Iterator[None]:
    before, sys.stdin = sys.stdin, io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before
