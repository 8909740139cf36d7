"""How many heavy requests are answered at one time; a few wait their turn, the rest is refused."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aurora.entrypoints.http.guard.refusal import Refusal

_WAITING = 8  # requests that may wait for each one that is answered
_SECONDS = 30.0  # that they wait


class Turns:
    """So many at one time."""

    def __init__(self, most: int, seconds: float = _SECONDS) -> None:
        self._free = asyncio.Semaphore(most)
        self._places, self._seconds = most * (1 + _WAITING), seconds
        self._inside = 0

    @asynccontextmanager
    async def take(self) -> AsyncIterator[None]:
        """Hold one; raises `Refusal` when too many wait, or it did not come."""
        if self._inside >= self._places:
            raise _busy()
        self._inside += 1
        try:
            try:
                async with asyncio.timeout(self._seconds):
                    await self._free.acquire()
            except TimeoutError:
                raise _busy() from None
            try:
                yield
            finally:
                self._free.release()
        finally:
            self._inside -= 1


def _busy() -> Refusal:
    return Refusal(
        503,
        "busy",
        "Too many heavy requests are being answered; ask again, or hand the work over as a job.",
        retry_after=2,
    )
