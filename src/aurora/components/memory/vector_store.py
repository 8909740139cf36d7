"""Vector Store: the retrieval index over hashed features of text and code.

Drill: the entries of a topic are deleted from the index; they are indexed again from the texts that are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import House, Living
from aurora.contracts.memory import Entry
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.recall.features import of_memory, words
from aurora.engines.recall.search import recall
from aurora.model.memory import Memory, Query, Source

_TEXTS: Mapping[str, str] = {
    "component/port": "port conflict: the address is already in use",
    "component/disk": "disk full: no space left on the device",
    "component/key": "missing key: KeyError in a dictionary",
}


@dataclass(frozen=True, slots=True)
class Index:
    """The store with the index, and the texts by which it is asked."""

    store: OpenStore
    texts: Mapping[str, str] = field(default_factory=lambda: _TEXTS)  # none where the index is a user's


@component("C23", after=(persistent_storage,))
def vector_store(house: House) -> Living:
    """The index of the store, with three texts of its own."""
    care = Care(
        lambda: _indexed(Index(open_store(house.url))), _wrong, _lose, _figures, lambda it: it.store.close(), _indexed
    )
    return Owned(care, house.loan)


def _indexed(it: Index) -> Index:
    memories = [Memory(Source.HEALTH, key, "2000-01-01T00:00:00+00:00", "", text) for key, text in it.texts.items()]
    it.store.memories.add([Entry(each, words(each.title), of_memory(each)) for each in memories])
    return it


def _wrong(it: Index) -> str:
    it.store.memories.size()  # raises when the index cannot be read
    for key, text in it.texts.items():
        found = recall(it.store.memories, Query(text.partition(":")[0], sources=(Source.HEALTH,)))
        if key not in [each.memory.key for each in found]:
            return f"{text.partition(':')[0]!r} does not find {key}"
    return ""


def _lose(it: Index) -> str:
    return f"{it.store.memories.forget(Source.HEALTH, keys=list(it.texts))} entries were deleted from the index"


def _figures(it: Index) -> dict[str, float]:
    return {"entries": it.store.memories.size()}
