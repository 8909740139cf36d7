"""The inner side of a guest: Aurora's own code that runs confined and forks for each candidate."""

import gc
import json
import os
import select
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import audit, candidate, supervision
from aurora.adapters.sandbox.inside.confinement import restrict_resources
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome

_CHUNK = 65536


class ForkingGuest:
    """A guest in a process of its own: JSON lines over `channel`, a fork for each call."""

    def __init__(self, channel: int, post: supervision.Post, explainer: audit.Explainer) -> None:
        self._channel, self._post, self._explainer = channel, post, explainer
        self._nothing = os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
        self._buffer = bytearray()
        self._settled = False

    def send(self, message: Json) -> None:
        """Send one message; raises `SandboxError` when it is not JSON or too long."""
        if self._channel < 0:
            raise SandboxError("a call cannot send messages; return a value instead.", where="guest")
        try:
            line = json.dumps(message, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
        except (ValueError, TypeError, RecursionError) as error:
            raise SandboxError(f"a message is not JSON ({error}).", where="guest") from error
        if len(line) > wire.MESSAGE_LIMIT:
            raise SandboxError(f"a message has {len(line)} bytes, more than {wire.MESSAGE_LIMIT}.", where="guest")
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._channel, rest) :]

    def receive(self, timeout: float | None = None) -> Json:
        """The next message, None when there is none in time or the host closed."""
        deadline = None if timeout is None else time.monotonic() + timeout
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([self._channel], [], [], left)[0]:
                return None
            data = os.read(self._channel, _CHUNK)
            if not data:
                return None
            self._buffer += data
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        message: Json = json.loads(line)
        return message

    def call(self, work: Callable[[], Json], limits: Limits, meanwhile: Callable[[], None] | None = None) -> Outcome:
        """Run `work` in a fork; nothing of it survives but what it wrote to the scratch folder."""

        def body(pipe: int) -> NoReturn:
            self._explainer.move(pipe)
            candidate.tell(pipe, work, self._post.scratch)

        if not self._settled:  # a collection in a fork would copy every page that it looks at
            gc.collect()
            gc.freeze()
            self._settled = True
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        errand = supervision.Errand(body, restrict_resources, self._nothing, self._leave)
        return supervision.supervise(errand, limits, replace(self._post, meanwhile=meanwhile))

    def _leave(self, pipe: int) -> int:
        """In a call: close what leads to the host or to other processes."""
        for fd in (self._channel, self._post.proc, self._nothing):
            if fd is not None and fd >= 0:
                os.close(fd)
        self._channel = -1
        return pipe
