"""Server-sent events: the log from a place on, with heartbeats, resumed by the id that came last."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from functools import partial

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from aurora.entrypoints.http.house import House, aside
from aurora.entrypoints.http.problems import ProblemError
from aurora.model.event import Event

_HEARTBEAT = 15.0  # seconds
_BATCH = 500


def place_of(request: Request, after: int | None) -> int:
    """Where a client goes on: `Last-Event-ID` as browsers send it when they connect again, else `after`, else 0.

    Raises `ProblemError` for one that is no number.
    """
    last = request.headers.get("last-event-id")
    if last is None:
        return after or 0
    if not (last.isascii() and last.isdigit() and len(last) < 19):
        raise ProblemError(422, "Last-Event-ID is not the id of an event.")
    return int(last)


def stream(
    house: House, read: Callable[[int], tuple[Event, ...]], after: int, ended: Callable[[], bool] = lambda: False
) -> Response:
    """The events that `read` gives after a seq, and those to come, until `ended` and everything was sent.

    Both are called in threads.
    """

    async def lines() -> AsyncIterator[bytes]:
        seq = after
        yield b": aurora\n\n"
        while not house.closing:
            over = await aside(ended)
            batch = await aside(partial(read, seq))
            if batch:
                seq = batch[-1].seq
                yield b"".join(_line(event) for event in batch)
            elif over:
                return
            elif not await house.news.wait(_HEARTBEAT):
                yield b": still here\n\n"

    return StreamingResponse(lines(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


def reader(house: House, types: tuple[str, ...] = (), subject: str = "") -> Callable[[int], tuple[Event, ...]]:
    """Reads the log of a house on from a seq."""
    return lambda seq: house.office.events.since(seq, most=_BATCH, types=types, subject=subject)


def _line(event: Event) -> bytes:
    data = json.dumps(asdict(event), ensure_ascii=False)
    return f"id: {event.seq}\nevent: {event.type}\ndata: {data}\n\n".encode()
