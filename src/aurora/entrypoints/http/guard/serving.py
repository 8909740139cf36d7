"""How the server is run: where it may be bound, and the bounds that only the server itself can keep."""

import time
from typing import Any

from aurora.entrypoints.http.guard.origin import is_loopback
from aurora.entrypoints.http.guard.protocol import BoundedProtocol, BoundedSocket
from aurora.entrypoints.http.guard.redact import log_config
from aurora.flows.tools import Tools
from aurora.model.errors import ExposedError
from aurora.model.settings import Settings

_MESSAGE_BYTES = 16 * 1024  # of one message from a listener
_PING_SECONDS = 20.0


def check_binding(tools: Tools, host: str) -> None:
    """Refuse to be reached from other machines while no key keeps anybody out; raises `ExposedError`."""
    if is_loopback(host):
        return
    now = time.time()
    if not any(key.usable(now) for key in tools.store().keys.all()):
        raise ExposedError(host)


def server_options(settings: Settings) -> dict[str, Any]:
    """What `uvicorn.Config` is to be told besides the application, host and port."""
    protocol = type(
        "Protocol",
        (BoundedProtocol,),
        {"head_seconds": settings.http_read_seconds, "answer_seconds": settings.http_timeout},
    )
    return {
        "http": protocol,
        "ws": BoundedSocket,
        "ws_max_size": _MESSAGE_BYTES,
        "ws_ping_interval": _PING_SECONDS,
        "ws_ping_timeout": _PING_SECONDS,
        "ws_per_message_deflate": False,
        "limit_concurrency": settings.http_connections,
        "proxy_headers": False,
        "server_header": False,
        "access_log": False,
        "log_config": log_config("INFO" if settings.http_log else "WARNING"),
    }
