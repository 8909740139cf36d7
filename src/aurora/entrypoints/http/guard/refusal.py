"""A request that is not answered: why, and what to do next, as an RFC 9457 problem."""

import json
from http import HTTPStatus

Header = tuple[bytes, bytes]


class Refusal(Exception):  # noqa: N818 - it is the answer, not a failure
    """An answer of the guard in the place of the application's; `kind` is what the audit log calls it."""

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        retry_after: int = 0,
        headers: tuple[Header, ...] = (),
        ends_connection: bool = False,
    ) -> None:
        self.status, self.kind, self.detail = status, kind, detail
        self.retry_after, self._headers, self._ends = retry_after, headers, ends_connection
        super().__init__(detail)

    @property
    def headers(self) -> list[Header]:
        """The headers of the answer but for those that every answer has."""
        found = [(b"content-type", b"application/problem+json"), (b"cache-control", b"no-store"), *self._headers]
        if self.retry_after:
            found.append((b"retry-after", str(self.retry_after).encode()))
        if self._ends:
            found.append((b"connection", b"close"))
        return found

    def body(self, path: str, request_id: str) -> bytes:
        """The problem."""
        facts = {
            "type": f"urn:aurora:problem:{self.kind}",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "instance": path,
            "request_id": request_id,
        }
        return json.dumps(facts).encode()
