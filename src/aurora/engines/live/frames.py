"""What a listener may say, and what it is told, as JSON on the wire."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from aurora.engines.live.channels import CHANNELS
from aurora.model.event import Event

LONGEST = 16 * 1024  # bytes of what a listener says
_LAST_SEQ = 2**63 - 1


class MalformedError(Exception):
    """What a listener said cannot be understood; it is told, and may go on."""

    def __init__(self, code: str, detail: str) -> None:
        self.code, self.detail = code, detail
        super().__init__(detail)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a listener asks for: `subscribe` or `unsubscribe` with channels, or `ping`."""

    type: str
    channels: frozenset[str] = frozenset()
    seq: int | None = None  # the last one it was given


def read_wish(text: str | None) -> Wish:
    """What a listener says, None for what is not text; raises `MalformedError`."""
    if text is None:
        raise MalformedError("not text", "A message is text, not bytes.")
    if len(text) > LONGEST:
        raise MalformedError("too long", f"A message may have at most {LONGEST} characters.")
    try:
        said = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise MalformedError("not json", "A message is one JSON object.") from None
    if not isinstance(said, dict):
        raise MalformedError("not an object", "A message is one JSON object.")
    match said.get("type"):
        case "ping":
            return Wish("ping")
        case "subscribe":
            return Wish("subscribe", _channels(said), _seq(said))
        case "unsubscribe":
            return Wish("unsubscribe", _channels(said))
    raise MalformedError("unknown type", "The type of a message is subscribe, unsubscribe or ping.")


def logged(event: Event, channel: str) -> str:
    """An event of the log as every listener is told it."""
    facts = {
        "seq": event.seq,
        "type": event.type,
        "timestamp": event.timestamp,
        "channel": channel,
        "data": dict(event.data),
        "subject": event.subject,
        "source": event.source,
        "cause": event.cause,
    }
    return json.dumps(facts)


def unlogged(type: str, data: Mapping[str, Any], channel: str = "") -> str:
    """What is not in the log, but for its seq, which each listener has its own for; see `with_seq`."""
    facts = {"type": type, "timestamp": datetime.now(UTC).isoformat(), "channel": channel, "data": dict(data)}
    return json.dumps(facts)[1:]


def with_seq(text: str, seq: int) -> str:
    """A message of `unlogged` with the seq of what its listener was given last, so that it may resume from any."""
    return f'{{"seq": {seq}, {text}'


def _channels(said: Mapping[str, Any]) -> frozenset[str]:
    named = said.get("channels")
    if not isinstance(named, list) or not 1 <= len(named) <= len(CHANNELS):
        raise MalformedError("no channels", f"channels is a list of 1 to {len(CHANNELS)} names.")
    if not all(isinstance(name, str) and name in CHANNELS for name in named):
        raise MalformedError("unknown channel", f"Channels are: {', '.join(CHANNELS)}.")
    return frozenset(named)


def _seq(said: Mapping[str, Any]) -> int | None:
    seq = said.get("seq")
    if seq is None:
        return None
    if not isinstance(seq, int) or isinstance(seq, bool) or not 0 <= seq <= _LAST_SEQ:
        raise MalformedError("bad seq", "seq is the seq of the last message that you were given, or 0 for all.")
    return seq


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)
