"""Learning Engine: biases of parts and trust in rules, kept in bounds.

Drill: a value that no lesson could give is written into the store; it is found, and its part forgotten.
"""

from dataclasses import dataclass, replace

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import House, Living
from aurora.engines.learning.bias import Outcome, Rates, taught
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_SUBJECT, _PART = "component", "components.core.learning_engine"


@dataclass(frozen=True, slots=True)
class Learning:
    """The store with what was learned."""

    store: OpenStore
    own: bool = True  # whether a part of its own is taught; not where the lessons are a user's


@component("C6", after=(persistent_storage,))
def learning_engine(house: House) -> Living:
    """The lessons of the store; one part of its own is taught when it starts."""
    care = Care(
        lambda: _teach(Learning(open_store(house.url))), _wrong, _poison, _figures, lambda it: it.store.close(), _mend
    )
    return Owned(care, house.loan)


def _teach(it: Learning) -> Learning:
    if not it.own:
        return it
    outcome = Outcome(_SUBJECT, (_PART,), 1.0, "component", "verified", "2000-01-01T00:00:00+00:00")
    it.store.lessons.reset(_PART)
    it.store.lessons.keep(*taught((), outcome, Rates()))
    return it


def _wrong(it: Learning) -> str:
    learned = it.store.lessons.of([])
    beyond = [each.part for each in learned if not -1 <= each.value <= 1]
    if beyond:
        return f"{beyond[0]} has a value beyond -1 to 1"
    return "" if not it.own or any(each.part == _PART for each in learned) else "what was taught is not there"


def _poison(it: Learning) -> str:
    (own,) = [each for each in it.store.lessons.of([_SUBJECT]) if each.part == _PART]
    it.store.lessons.keep([replace(own, value=40.0)], [])
    return "a bias of 40 was written"


def _mend(it: Learning) -> Learning:
    for each in it.store.lessons.of([]):
        if not -1 <= each.value <= 1:
            it.store.lessons.reset(each.part)
    return _teach(it)


def _figures(it: Learning) -> dict[str, float]:
    return {"values": len(it.store.lessons.of([])), "lessons": it.store.lessons.count()}
