"""A guest without forks of its own: `call` does the work in the guest itself."""

import io
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from queue import Empty, Queue

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import candidate
from aurora.model.execution import Json, Limits, Outcome, Raised, Status

Inbox = Queue[Json]
"""Messages in their order; None after the last."""


class DirectGuest:
    """Where nothing can be forked: a call is neither isolated nor limited, only its outcome has the usual form."""

    def __init__(self, send: Callable[[Json], None], inbox: Inbox, scratch: str = "") -> None:
        self.send = send
        self._inbox, self._scratch = inbox, scratch

    def receive(self, timeout: float | None = None) -> Json:
        """The next message of the host; None when it closed or nothing came in time."""
        try:
            return self._inbox.get(timeout=timeout)
        except Empty:
            return None

    def call(
        self,
        work: Callable[[], Json],
        limits: Limits,  # noqa: ARG002 - the contract gives them
        meanwhile: Callable[[], None] | None = None,  # noqa: ARG002
    ) -> Outcome:
        """Do `work` here and now; `limits` cannot be held, and nothing is done meanwhile."""
        return observe(work, self._scratch)


def observe(work: Callable[[], object], scratch: str) -> Outcome:
    """Do `work` in this process and describe how it ended; nothing is limited."""
    out, err = io.StringIO(), io.StringIO()
    status, code = Status.OK, 0
    value: object = None
    raised: Raised | None = None
    wall, cpu = time.monotonic(), time.thread_time()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            value = work()
        except SystemExit as stop:
            status, code = Status.EXITED, candidate.exit_code(stop)
        except BaseException as error:  # noqa: BLE001 - whatever the work raises is its outcome
            status = Status.MEMORY if isinstance(error, MemoryError) else Status.RAISED
            code, raised = 1, wire.unpack_raised(candidate.describe(error, scratch))
    return Outcome(
        status,
        wire.as_json(value),
        raised,
        out.getvalue(),
        err.getvalue(),
        code,
        seconds=time.monotonic() - wall,
        cpu_seconds=time.thread_time() - cpu,
    )
