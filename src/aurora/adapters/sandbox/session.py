"""The host's side of a running guest."""

import json
import signal
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from types import TracebackType

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.interrupts import LOOK_SECONDS, Check, never
from aurora.adapters.sandbox.server import GoneError, Server
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Status

_CHUNK = 65536
_STOP_SECONDS, _REAP_SECONDS = 10.0, 1.0
EndSession = Callable[[Server, bool], None]
"""Told at the end: the server, and whether it can serve on."""


class GuestSession(AbstractContextManager["GuestSession"]):
    """A guest on `server`; used by one thread at a time."""

    def __init__(
        self,
        server: Server,
        entry: str,
        payload: Json,
        limits: Limits,
        files: Mapping[str, str | bytes],
        on_end: EndSession,
        check: Check = never,
    ) -> None:
        self._server, self._on_end, self._check = server, on_end, check
        self._outcome: Outcome | None = None
        self._buffer = bytearray()
        self._closed, self._ended, self._usable = False, False, True
        self._channel, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        request = wire.pack_guest(entry, payload, limits, files)
        with inner:
            try:
                server.ask(request, (inner.fileno(),))
            except GoneError:
                self._channel.close()
                raise SandboxError("the sandbox server ended before the guest began.") from None

    def send(self, message: Json) -> None:
        """Send one message to the guest; raises `SandboxError` when it has ended or the message is not JSON."""
        try:
            line = json.dumps(message, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
        except (ValueError, TypeError, RecursionError) as error:
            raise SandboxError(f"a message to a guest is not JSON ({error}).") from error
        self._channel.settimeout(None)
        try:
            self._channel.sendall(line)
        except OSError as error:
            raise SandboxError("the guest has ended; it takes no more messages.") from error

    def messages(self, timeout: float) -> Iterator[Json]:
        """The guest's messages until it ends or `timeout` seconds from now have passed.

        A line that is no JSON, or longer than `wire.MESSAGE_LIMIT`, ends the guest: it is no message of Aurora's.
        """
        deadline = time.monotonic() + timeout
        while (line := self._line(deadline)) is not None:
            try:
                message: Json = json.loads(line)
            except (ValueError, RecursionError):
                self.close()
                return
            yield message

    def _line(self, deadline: float) -> bytes | None:
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            left = deadline - time.monotonic()
            if left <= 0 or self._closed:
                return None
            if searched > wire.MESSAGE_LIMIT:
                self.close()
                return None
            self._channel.settimeout(min(left, LOOK_SECONDS))
            try:
                data = self._channel.recv(_CHUNK)
            except TimeoutError:
                self._check()
                continue
            except OSError:
                data = b""
            if not data:
                self._ended = True
                return None
            self._buffer += data
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def outcome(self) -> Outcome | None:
        """How the guest ended; None while it runs."""
        if self._outcome is None and not self._closed and self._server.has_answer(_REAP_SECONDS if self._ended else 0):
            self._outcome = self._answer()
        return self._outcome

    def _answer(self) -> Outcome | None:
        """The guest's outcome, None when it was stopped."""
        try:
            answer = self._server.answer(_STOP_SECONDS)
        except GoneError:
            self._usable = False
            return Outcome(Status.CRASHED, stderr="the sandbox server died")
        return None if "stopped" in answer else wire.unpack_outcome(answer)

    def close(self) -> None:
        """Kill the guest with all its processes and clean its scratch folder; may be called twice."""
        if self._closed:
            return
        self._closed = True
        self._channel.close()
        try:
            self._stop()
        except BaseException:
            self._usable = False
            raise
        finally:
            self._on_end(self._server, self._usable)

    def _stop(self) -> None:
        if self._outcome is not None:
            return
        try:
            self._server.ask({"do": "stop"})
        except GoneError:
            self._usable = False
            return
        self._outcome = self._answer()
        if self._outcome is None:
            self._outcome = Outcome(Status.CRASHED, signal=signal.SIGKILL)
        elif self._usable:
            self._answer()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
