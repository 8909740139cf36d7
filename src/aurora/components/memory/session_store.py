"""Session Store: conversations and preferences, turn by turn.

Drill: the turns of a conversation that is kept are deleted behind its back; they are said again from its own record.
"""

from dataclasses import dataclass

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import Care, House, Living, Owned, component

_OWN = "component-session-store"
_TURNS = (("user", "are you there?"), ("aurora", "yes"))


@dataclass(frozen=True, slots=True)
class Conversations:
    """The store whose sessions are kept."""

    store: OpenStore


@component("C20", after=(persistent_storage,))
def session_store(house: House) -> Living:
    """The sessions of the store, with one of its own by which they are asked."""

    def opened() -> Conversations:
        it = Conversations(open_store(house.url))
        return _say(it)

    return Owned(Care(opened, _wrong, _forget, _figures, lambda it: it.store.close(), _say))


def _say(it: Conversations) -> Conversations:
    it.store.sessions.forget(_OWN)
    for role, text in _TURNS:
        it.store.sessions.say(_OWN, role, text)
    return it


def _wrong(it: Conversations) -> str:
    turns = tuple((turn.role, turn.text) for turn in it.store.sessions.turns(_OWN))
    return "" if turns == _TURNS else f"{len(turns)} of {len(_TURNS)} turns are there"


def _forget(it: Conversations) -> str:
    return f"{it.store.sessions.forget(_OWN)} rows of a conversation were deleted"


def _figures(it: Conversations) -> dict[str, float]:
    return {"sessions": len(it.store.sessions.all())}
