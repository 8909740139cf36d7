"""Asks a running server over its HTTP API."""

import http.client
import json
import urllib.error
import urllib.request
from typing import Any

from aurora.model.errors import AuroraError, BadInputError

_SECONDS = 120.0


class ServerError(AuroraError):
    """No server answers, or it refuses."""

    title = "Server"


class Api:
    """The API of the server at `url`; `key` is the secret that it may want, and is sent to nobody else."""

    def __init__(self, url: str, key: str = "", patience: float = _SECONDS) -> None:
        """Raises `BadInputError` for what is no HTTP address."""
        if not url.startswith(("http://", "https://")):
            raise BadInputError(f"{url!r} is no address of a server.", next_step="Write http://HOST:PORT.")
        self.url, self._key, self._patience = url.rstrip("/"), key, patience

    def get(self, path: str) -> Any:
        """Read something; raises `ServerError`."""
        return self._ask("GET", path)

    def post(self, path: str) -> Any:
        """Ask for something to be done; raises `ServerError`."""
        return self._ask("POST", path)

    @property
    def answers(self) -> bool:
        """Whether a server is there."""
        try:
            return bool(self.get("/healthz") == {"status": "ok"})
        except ServerError:
            return False

    def _ask(self, method: str, path: str) -> Any:
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        asked = urllib.request.Request(f"{self.url}{path}", method=method, headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=self._patience) as answer:
                return json.loads(answer.read())
        except urllib.error.HTTPError as refused:
            with refused:
                raise ServerError(_told(refused.read(), refused.code), where=self.url) from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            what = f"no server answers ({error})."
            raise ServerError(what, where=self.url, next_step="Start one by `aurora serve`.") from None


def _told(body: bytes, status: int) -> str:
    """What the problem says that a server answers with."""
    try:
        problem = json.loads(body)
        return f"{problem['detail']} {problem.get('next', '')}".strip()
    except (ValueError, KeyError, TypeError):
        return f"it answers with status {status}."
