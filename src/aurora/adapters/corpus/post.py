"""Posts one corpus record to a receiver over HTTP."""

import http.client
import json
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from aurora.model.errors import BadInputError
from aurora.model.record import Record, to_plain

_SECONDS = 5.0


def check_url(url: str) -> None:
    """Refuse what is no HTTP address."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise BadInputError(
            f"{url!r} is no address to post to.",
            where="AURORA_POST_URL",
            next_step="Set it to https://HOST/PATH, or AURORA_EXPORT_ENABLED to 0.",
        )


def post(record: Record, url: str, key: str) -> str:
    """Post a record; returns what went wrong, empty when the receiver took it (any status 200 to 299).

    The id is sent as `Idempotency-Key`, so that a receiver can tell a repetition.
    """
    headers = {"Content-Type": "application/json", "Idempotency-Key": record.id}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    body = json.dumps(to_plain(record), ensure_ascii=False).encode()
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            answer.read(1)
    except urllib.error.HTTPError as error:
        with error:
            return f"HTTP {error.code}"
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}: {error}"
    return ""
