"""A session over two queues, for guests that are no forks of a server."""

import json
import queue
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TypeAlias

from aurora.adapters.sandbox.interrupts import LOOK_SECONDS, Check, never
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Outcome

Sent: TypeAlias = "queue.Queue[Json | Outcome]"
"""The guest's messages; its outcome is the last."""


class QueuedSession(AbstractContextManager["QueuedSession"]):
    """The host's side: `deliver` hands a message to the guest, `stop` ends it; used by one thread at a time."""

    def __init__(
        self, deliver: Callable[[Json], None], sent: Sent, stop: Callable[[], None], check: Check = never
    ) -> None:
        self._deliver, self._sent, self._stop, self._check = deliver, sent, stop, check
        self._outcome: Outcome | None = None
        self._early: list[Json] = []

    def send(self, message: Json) -> None:
        """Send one message to the guest; raises `SandboxError` when it has ended or the message is not JSON."""
        if self.outcome() is not None:
            raise SandboxError("the guest has ended; it takes no more messages.")
        try:
            copy: Json = json.loads(json.dumps(message, allow_nan=False))
        except (ValueError, TypeError, RecursionError) as error:
            raise SandboxError(f"a message to a guest is not JSON ({error}).") from error
        self._deliver(copy)

    def messages(self, timeout: float) -> Iterator[Json]:
        """The guest's messages until it ends or `timeout` seconds from now have passed."""
        deadline = time.monotonic() + timeout
        while self._early or self._taken(deadline):
            yield self._early.pop(0)

    def _taken(self, deadline: float) -> bool:
        """Wait for one message more until the deadline; what the check raises comes first."""
        while (left := deadline - time.monotonic()) > LOOK_SECONDS:
            if self._take(LOOK_SECONDS):
                return True
            if self._outcome is not None:
                return False
            self._check()
        return self._take(max(0.0, left))

    def _take(self, seconds: float) -> bool:
        """Wait for one message more; False when there is none in time or will be none."""
        if self._outcome is not None:
            return False
        try:
            message = self._sent.get(timeout=seconds)
        except queue.Empty:
            return False
        if isinstance(message, Outcome):
            self._outcome = message
            return False
        self._early.append(message)
        return True

    def outcome(self) -> Outcome | None:
        """How the guest ended; None while it runs."""
        while self._take(0.0):
            continue
        return self._outcome

    def close(self) -> None:
        """End the guest; may be called twice."""
        self._stop()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
