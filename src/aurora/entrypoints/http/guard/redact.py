"""Takes secrets out of what is logged, and puts the id of the request in."""

import logging
import re
from contextvars import ContextVar
from typing import Any

REQUEST: ContextVar[str] = ContextVar("request", default="-")
_GONE = "[redacted]"
_NAMES = r"(?:[\w-]*(?:key|token|secret|password|passwd|pwd|credential|session|signature|csrf)[\w-]*|auth|code|sig)"
_PATTERNS = (
    (re.compile(r"(aur_[0-9a-f]{8})_[\w-]{16,}"), rf"\1_{_GONE}"),
    (re.compile(r"(?i)\b(authorization|proxy-authorization|cookie|set-cookie)(['\"]?\s*[:=,]\s*b?['\"]?)[^'\"\r\n)]+"),
     rf"\1\2{_GONE}"),
    (re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}"), rf"\1 {_GONE}"),
    (re.compile(rf"(?i)([?&;]{_NAMES}=)[^&\s\"'#]+"), rf"\1{_GONE}"),
    (re.compile(rf"(?i)(['\"]{_NAMES}['\"]\s*[:,]\s*b?['\"])[^'\"]+"), rf"\1{_GONE}"),
    (re.compile(r"(?i)(\w+://[^\s/:@]*:)[^\s/@]+@"), rf"\1{_GONE}@"),
)  # fmt: skip


def redact(text: str) -> str:
    """The text without keys, tokens, cookies, passwords in URLs, and values of parameters that are named so."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


class Formatter(logging.Formatter):
    """One line with the request's id; line breaks and other control signs are shown as what they are, not obeyed."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; a traceback follows on lines of its own."""
        record.request = REQUEST.get()
        message = redact(super().format(record))
        head, *trace = message.split("\nTraceback", 1)
        shown = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in head)
        return "\nTraceback".join([shown, *trace])


def log_config(level: str = "INFO") -> dict[str, Any]:
    """What `logging.config.dictConfig` and uvicorn take: everything to stderr, redacted."""
    logger = {"handlers": ["stderr"], "level": level, "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "redacted": {"()": Formatter, "format": "%(asctime)s %(levelname)s %(name)s %(request)s %(message)s"}
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "redacted", "stream": "ext://sys.stderr"}
        },
        "loggers": dict.fromkeys(("uvicorn", "uvicorn.error", "uvicorn.access", "aurora"), logger),
    }
