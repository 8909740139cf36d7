"""Ask everything that was remembered; conversations are kept here too, and old memories dropped by rule."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aurora.contracts.memory import Entry
from aurora.contracts.store import Store
from aurora.engines.recall.features import VERSION
from aurora.engines.recall.search import recall
from aurora.flows.remember import entry
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.event import Event
from aurora.model.memory import FAILED, SUCCEEDED, Memory, Query, Recalled, Source
from aurora.model.session import Session, Turn

_SOURCES: Mapping[str, Source] = {"service": Source.HEALTH, "heal": Source.HEALING, "job": Source.JOB}
_BAD = ("fail", "dead", "died", "crash", "poison", "exhausted", "unhealthy", "escalat", "lost", "parked", "error")
_GOOD = ("healthy", "restarted", "done", "succeed", "complet", "finish", "recovered", "healed", "started")
_OWN = "aurora"  # the session that holds what this module knows of itself
_CURSOR = (_OWN, "context", "remembered up to")
_PURGED = (_OWN, "context", "purged on")
_FEATURES = (_OWN, "context", "features")  # their version, and up to which memory they are of that version
_AT_ONCE, _MOST = 500, 5000
_LONGEST = 20_000  # characters of one turn
_NEWEST = 5  # answers more, for those that are too new


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long memories are kept, in days; the corpus and the fixes are kept for good."""

    health: int = 90
    jobs: int = 90
    conversations: int = 365


def ask(tools: Tools, query: Query) -> tuple[Recalled, ...]:
    """The memories that answer a query, best first; events that came since the last time are remembered first."""
    if not query.words.strip():
        raise BadInputError(
            "there is nothing to look for.", next_step='Say it in words: aurora recall "port conflict".'
        )
    _checked(query)
    store = tools.store()
    catch_up(store)
    renew(store)
    purge_daily(tools)
    return recall(store.memories, query)


def _checked(query: Query) -> None:
    if query.outcome not in ("", SUCCEEDED, FAILED):
        raise BadInputError(f"there is no outcome {query.outcome!r}.", next_step=f"It is {SUCCEEDED} or {FAILED}.")
    try:
        datetime.fromisoformat(query.since or "2026-11-01")
    except ValueError:
        raise BadInputError(f"{query.since!r} is no day.", next_step="Write it as 2026-11-01.") from None


def past_repairs(tools: Tools, error: str, most: int = 3, before: str = "9") -> tuple[Recalled, ...]:
    """The repairs made before a moment that are most like an error: what a diagnosis can start from."""
    if not error.strip():
        return ()
    found = ask(tools, Query(error, sources=(Source.FIX,), most=most + _NEWEST))
    return tuple(each for each in found if each.memory.moment < before)[:most]


def catch_up(store: Store) -> int:
    """Remember the events of services, healings and jobs since the last time, a bounded number; returns how many."""
    session, kind, name = _CURSOR
    seq, kept = int(store.sessions.values(session, kind).get(name, "0")), 0
    for _ in range(0, _MOST, _AT_ONCE):
        events = store.events.since(seq, most=_AT_ONCE)
        if not events:
            break
        kept += store.memories.add(_of_events(events))
        seq = events[-1].seq
        store.sessions.set(session, kind, name, str(seq))
    return kept


def renew(store: Store, most: int = _MOST) -> int:
    """Make the features of memories again that an earlier version made, a bounded number; returns how many."""
    session, kind, name = _FEATURES
    version, _, place = store.sessions.values(session, kind).get(name, "1").partition(" ")
    if version == VERSION:
        return 0
    begun, _, last = place.partition("/")
    start, end = int(begun or 0), int(last or store.memories.size())
    renewed = 0
    for first in range(start, min(start + most, end), _AT_ONCE):
        old = store.memories.read(range(first + 1, min(first + _AT_ONCE, end) + 1))
        renewed += store.memories.add(entry(each.memory) for each in sorted(old, key=lambda each: each.id))
    done = start + most >= end
    store.sessions.set(session, kind, name, VERSION if done else f"{version} {start + most}/{end}")
    return renewed


def say(tools: Tools, session: str, role: str, text: str) -> Turn:
    """Keep one turn of a conversation, where `ask` finds it."""
    if not session.strip() or len(text) > _LONGEST:
        raise BadInputError(f"a turn needs a session and at most {_LONGEST:,} characters.")
    store = tools.store()
    turn = store.sessions.say(session, role, text)
    title = text.strip().partition("\n")[0][:200]
    kept = Memory(Source.CONVERSATION, f"{session}/{turn.id}", turn.moment, "", title, text, f"session {session}")
    store.memories.add([entry(kept)])
    purge_daily(tools)
    return turn


def prefer(tools: Tools, session: str, name: str, value: str) -> None:
    """Keep a preference of a session; an empty value removes it."""
    if not session.strip() or session == _OWN or not name.strip() or len(value) > _LONGEST:
        raise BadInputError(f"a preference needs a session of its own, a name, and at most {_LONGEST:,} characters.")
    tools.store().sessions.set(session, "preference", name, value)


def kept_values(tools: Tools, session: str) -> dict[str, dict[str, str]]:
    """The preferences and the context of a session."""
    store = tools.store()
    return {kind: store.sessions.values(session, kind) for kind in ("preference", "context")}


def sessions(tools: Tools) -> list[Session]:
    """The sessions that people use, the one that was used last first."""
    return [each for each in tools.store().sessions.all() if each.name != _OWN]


def forget_session(tools: Tools, session: str) -> int:
    """Drop a session with its conversation, preferences and context; returns how many rows."""
    store = tools.store()
    keys = [f"{session}/{turn.id}" for turn in store.sessions.turns(session, 1_000_000)]
    store.memories.forget(Source.CONVERSATION, keys=keys)
    return store.sessions.forget(session)


def purge_daily(tools: Tools) -> bool:
    """Purge by the rules unless that was done today (UTC) already; returns whether it was done."""
    store, today = tools.store(), datetime.now(UTC).date().isoformat()
    session, kind, name = _PURGED
    if store.sessions.values(session, kind).get(name) == today:
        return False
    store.sessions.set(session, kind, name, today)
    purge(tools)
    return True


def purge(tools: Tools, keeping: Keeping = Keeping()) -> dict[str, int]:
    """Drop what is older than the rules keep it; returns how many of each source."""
    store, now = tools.store(), datetime.now(UTC)
    days = {
        Source.HEALTH: keeping.health,
        Source.HEALING: keeping.health,
        Source.JOB: keeping.jobs,
        Source.CONVERSATION: keeping.conversations,
    }
    before = {source: (now - timedelta(days=count)).isoformat() for source, count in days.items()}
    gone = {str(source): store.memories.forget(source, before=moment) for source, moment in before.items()}
    return gone | {"sessions": store.sessions.purge(before=before[Source.CONVERSATION])}


def _of_events(events: Sequence[Event]) -> Iterator[Entry]:
    for event in events:
        source = _SOURCES.get(event.type.partition(".")[0])
        if source is not None:
            told = json.dumps(dict(event.data), ensure_ascii=False)
            title = f"{event.type} {event.subject}".strip()
            link = f"event {event.seq}"
            yield entry(Memory(source, str(event.seq), event.timestamp, _outcome(event.type), title, told, link))


def _outcome(type: str) -> str:
    what = type.rpartition(".")[2]
    if any(word in what for word in _BAD):
        return FAILED
    return SUCCEEDED if any(word in what for word in _GOOD) else ""
