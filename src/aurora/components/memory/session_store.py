"""Session Store: conversations and preferences, turn by turn.

Drill: the turns of a conversation that is kept are deleted behind its back; they are said again from its own record.
"""

from dataclasses import dataclass

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_OWN = "component-session-store"
_TURNS = (("user", "are you there?"), ("aurora", "yes"))


@dataclass(frozen=True, slots=True)
class Conversations:
    """The store whose sessions are kept."""

    store: OpenStore
    turns: tuple[tuple[str, str], ...] = _TURNS  # of its own conversation; none where the sessions are a user's


@component("C20", after=(persistent_storage,))
def session_store(house: House) -> Living:
    """The sessions of the store, with one of its own by which they are asked."""

    care = Care(
        lambda: _say(Conversations(open_store(house.url))), _wrong, _forget, _figures, lambda it: it.store.close(), _say
    )
    return Owned(care, house.loan)


def _say(it: Conversations) -> Conversations:
    if it.turns:
        it.store.sessions.forget(_OWN)
    for role, text in it.turns:
        it.store.sessions.say(_OWN, role, text)
    return it


def _wrong(it: Conversations) -> str:
    turns = tuple((turn.role, turn.text) for turn in it.store.sessions.turns(_OWN))
    return "" if turns == it.turns else f"{len(turns)} of {len(it.turns)} turns are there"


def _forget(it: Conversations) -> str:
    return f"{it.store.sessions.forget(_OWN)} rows of a conversation were deleted"


def _figures(it: Conversations) -> dict[str, float]:
    return {"sessions": len(it.store.sessions.all())}
