"""The host's side of one server process: start it, ask it, end it."""

import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import aurora
from aurora.adapters.sandbox import wire
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Protection

_BOOT = (
    "import sys; sys.path.insert(0, {src!r}); from aurora.adapters.sandbox.inside.boot import main; main({arguments})"
)
_START_SECONDS = 30.0
_PREFIX = "aurora-sandbox-"


class GoneError(Exception):
    """The server ended, or did not answer in time."""


class Server:
    """A server process and the socket to it; used by one thread at a time.

    Raises `SandboxError` when it cannot start.
    """

    def __init__(self) -> None:
        self.tests = False  # whether it is there to run pytest
        self._socket, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        _sweep()
        self._scratch = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        arguments = f"{inner.fileno()}, {os.getpid()}, {str(Path.home())!r}, {str(self._scratch)!r}"
        source = str(Path(aurora.__file__).parent.parent)
        environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "MALLOC_ARENA_MAX": "2"}
        command = [sys.executable, "-sP", "-c", _BOOT.format(src=source, arguments=arguments)]
        with inner:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=environment,
                cwd="/",
                pass_fds=(inner.fileno(),),
                start_new_session=True,
            )
        try:
            self.protections = tuple(Protection(*row) for row in self.answer(_START_SECONDS)["protections"])
        except GoneError:
            why = self._last_line()
            self.kill()
            raise SandboxError(f"a sandbox server did not start ({why}).", where="sandbox") from None
        except BaseException:
            self.kill()
            raise

    def _last_line(self) -> str:
        """What a server that ended wrote last."""
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return "no answer in time"
        assert self._process.stderr is not None
        lines = self._process.stderr.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"exit status {self._process.returncode}"

    def ask(self, message: Json, fds: tuple[int, ...] = ()) -> None:
        """Send a request; raises `GoneError`, and `SandboxError` for one that is too long."""
        try:
            data = wire.framed(message)
        except ValueError as error:
            raise SandboxError(f"a program cannot be sent to the sandbox: {error}.") from error
        try:
            self._socket.settimeout(None)
            sent = socket.send_fds(self._socket, [data], fds) if fds else 0
            self._socket.sendall(memoryview(data)[sent:])
        except OSError as error:
            raise GoneError from error

    def answer(self, seconds: float) -> Any:
        """The next answer, waited for at most `seconds`.

        Raises `GoneError`, and `SandboxError` when the server says that it could not do it.
        """
        deadline = time.monotonic() + seconds
        try:
            message = wire.unframed(lambda count: self._receive(count, deadline))
        except (OSError, ValueError) as error:
            raise GoneError from error
        if "broken" in message:
            raise SandboxError(message["broken"], where="sandbox")
        return message

    def has_answer(self, seconds: float) -> bool:
        """Whether an answer, or the server's end, can be read within `seconds`."""
        try:
            return bool(select.select([self._socket], [], [], seconds)[0])
        except (OSError, ValueError):  # it is closed
            return True

    def _receive(self, count: int, deadline: float) -> bytes:
        data = bytearray()
        while len(data) < count:
            self._socket.settimeout(max(0.001, deadline - time.monotonic()))
            chunk = self._socket.recv(count - len(data))
            if not chunk:
                raise GoneError
            data += chunk
        return bytes(data)

    def kill(self) -> None:
        """End the server with everything in it, and remove its scratch folder; may be called twice."""
        self._socket.close()
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()
        shutil.rmtree(self._scratch, ignore_errors=True)


def _sweep() -> None:
    """Remove the scratch folders of hosts that are no more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        pid = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if pid.isdigit() and not Path("/proc", pid).exists():
            shutil.rmtree(folder, ignore_errors=True)
