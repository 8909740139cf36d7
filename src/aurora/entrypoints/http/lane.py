"""A short way for what can be answered at once: exact paths, before the framework is asked.

A quick answer takes the body of the request and gives the bytes of its JSON, or None when there is nothing at hand;
then the route of the same path answers, which is also where it is described.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from aurora.entrypoints.http.wire import Asgi, ClosedError, Receive, Scope, Send, answer, replayed, whole_body

Quick: TypeAlias = Callable[[bytes], bytes | None]
_LONGEST = 1 << 20  # bytes of a body that is looked at here


class Lane:
    """The middleware."""

    def __init__(self, app: Asgi, quick: Mapping[tuple[str, str], Quick]) -> None:
        self._app, self._quick = app, quick

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer at once, or hand on."""
        quick = self._quick.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if quick is None:
            await self._app(scope, receive, send)
            return
        body = b""
        if scope["method"] == "POST":
            try:
                body = await whole_body(receive)
            except ClosedError:
                return
            receive = replayed(body, receive)
        found = quick(body) if len(body) <= _LONGEST else None
        if found is None:
            await self._app(scope, receive, send)
        else:
            scope["quick"] = True
            await answer(send, 200, "application/json", found)
