"""Posts messages to programs of others over HTTP."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from urllib.parse import urlsplit

from aurora.model.errors import BadInputError

_SECONDS = 5.0


def check_url(url: str, where: str) -> None:
    """Refuse what is no HTTP address; `where` names the setting. Raises `BadInputError`."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise BadInputError(f"{url!r} is no address to post to.", where=where, next_step="Write https://HOST/PATH.")


def send(url: str, body: bytes, headers: Mapping[str, str]) -> str:
    """Post a message; returns what went wrong, empty when the receiver took it (any status 200 to 299)."""
    request = urllib.request.Request(url, data=body, headers=dict(headers), method="POST")
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            answer.read(1)
    except urllib.error.HTTPError as error:
        with error:
            return f"HTTP {error.code}"
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}: {error}"
    return ""
