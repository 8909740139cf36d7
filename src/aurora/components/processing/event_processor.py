"""Event Processor: brings events from the log to those who follow it, in order, each once.

Drill: the log is closed under its followers, which hear nothing more; it is opened again and followed from where they
were.
"""

from dataclasses import dataclass, field

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.events import Subscription
from aurora.contracts.living import Care, House, Living, Owned, component

_TYPE, _PATIENCE = "component.heard", 10.0


@dataclass(slots=True)
class Ear:
    """A store that is followed, how far it was heard, and how much."""

    url: str
    store: OpenStore
    following: Subscription
    heard: list[int] = field(default_factory=list)

    def close(self) -> None:
        """Follow no more."""
        self.following.__exit__(None, None, None)
        self.store.close()


@component("C17", after=(persistent_storage,))
def event_processor(house: House) -> Living:
    """One follower of the house's events."""
    return Owned(
        Care(lambda: _open(house.url, -1), _wrong, _cut, lambda ear: {"heard": len(ear.heard)}, Ear.close, _again)
    )


def _open(url: str, seq: int) -> Ear:
    store = open_store(url)
    return Ear(url, store, store.events.follow(store.events.last() if seq < 0 else seq))


def _wrong(ear: Ear) -> str:
    sent = ear.store.events.append(_TYPE, source="component", subject="ear", data={}).seq
    for event in ear.following.events(_PATIENCE):
        ear.heard.append(event.seq)
        if event.seq >= sent:
            return "" if ear.heard == sorted(set(ear.heard)) else "events came twice or out of order"
    return f"event {sent} was not heard within {_PATIENCE:g} s"


def _cut(ear: Ear) -> str:
    ear.following.__exit__(None, None, None)
    return "the follower was cut off"


def _again(ear: Ear) -> Ear:
    ear.close()
    opened = _open(ear.url, ear.heard[-1] if ear.heard else -1)
    opened.heard = ear.heard
    return opened
