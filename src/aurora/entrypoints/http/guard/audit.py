"""The audit log: every change, every act of an administrator and every refusal, in the table of events."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from aurora.contracts.events import EventLog
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.model.errors import StoreError
from aurora.model.execution import Json

_SOURCE = "http"
_GATHER_SECONDS = 10.0  # refusals of one kind to one address are written at once, then together
_MOST_KINDS = 1000


@dataclass(slots=True)
class Request:
    """What the audit log says of a request; `who` is known once it was let in."""

    id: str
    method: str
    path: str
    address: str
    who: str = "anybody"

    @property
    def data(self) -> dict[str, Json]:
        """As the data of an event; long paths are cut."""
        return {
            "request_id": self.id,
            "method": self.method[:16],
            "path": self.path[:200],
            "address": self.address,
            "key": self.who,
        }


class Audit:
    """Writes on a thread of its own."""

    def __init__(self, log: Callable[[], EventLog]) -> None:
        self._log = log
        self._writer = ThreadPoolExecutor(1, "aurora-audit")
        self._gathered: dict[tuple[str, str], tuple[Request, Refusal, int]] = {}

    async def asked(self, request: Request) -> int:
        """Keep, before it is done, that a change was asked for; returns its seq. Raises `StoreError`."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, "audit.asked", request, {})

    def answered(self, request: Request, status: int, cause: int) -> None:
        """Keep how it ended."""
        self._later("audit.answered", request, {"status": status}, cause)

    def refused(self, request: Request, refusal: Refusal) -> None:
        """Keep a refusal; those of one kind to one address in ten seconds are counted and kept together."""
        kind = (refusal.kind, request.address)
        if kind not in self._gathered and len(self._gathered) >= _MOST_KINDS:
            kind = (refusal.kind, "others")
        if kind in self._gathered:
            self._gathered[kind] = (request, refusal, self._gathered[kind][2] + 1)
            return
        self._gathered[kind] = (request, refusal, 0)
        self._refuse(request, refusal, 1)
        asyncio.get_running_loop().call_later(_GATHER_SECONDS, self._flush, kind)

    def close(self) -> None:
        """Write what is gathered and end the thread; may be called twice."""
        for kind in list(self._gathered):
            self._flush(kind)
        self._writer.shutdown()

    def _flush(self, kind: tuple[str, str]) -> None:
        request, refusal, count = self._gathered.pop(kind, (None, None, 0))
        if request and refusal and count:
            self._refuse(request, refusal, count)

    def _refuse(self, request: Request, refusal: Refusal, count: int) -> None:
        self._later("audit.refused", request, {"status": refusal.status, "kind": refusal.kind, "count": count}, None)

    def _later(self, type: str, request: Request, more: dict[str, Json], cause: int | None) -> None:
        def write() -> None:
            with contextlib.suppress(StoreError):  # nobody waits for it; a change itself is never done unwritten
                self._write(type, request, more, cause)

        with contextlib.suppress(RuntimeError):  # the server has ended
            self._writer.submit(write)

    def _write(self, type: str, request: Request, more: dict[str, Json], cause: int | None = None) -> int:
        data = {**request.data, **more}
        return self._log().append(type, source=_SOURCE, subject=request.who, data=data, cause=cause).seq
