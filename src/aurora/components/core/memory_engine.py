"""Memory Engine: one query over all that happened, and the counts that ranking needs.

Drill: the whole index of a source is deleted; it is filled again from the event log, which kept every memory.
"""

from dataclasses import dataclass

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.vector_store import vector_store
from aurora.contracts.living import House, Living
from aurora.contracts.memory import Entry
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.recall.features import of_memory, words
from aurora.engines.recall.search import recall
from aurora.model.memory import Memory, Query, Source

_TYPE = "component.remembered"


@dataclass(frozen=True, slots=True)
class Remembering:
    """The store, its events the source from which memories are made."""

    store: OpenStore
    own: bool = True  # whether what its events tell is remembered; not where the memories are a user's


@component("C7", after=(vector_store,))
def memory_engine(house: House) -> Living:
    """Memories that are written first as an event, then into the index."""

    def opened() -> Remembering:
        it = Remembering(open_store(house.url))
        for key, title in (
            ("component/1", "the supervisor restarted the web service"),
            ("component/2", "backup written"),
        ):
            it.store.events.append(_TYPE, source="component", subject=key, data={"title": title})
        return _filled(it)

    return Owned(Care(opened, _wrong, _lose, _figures, lambda it: it.store.close(), _filled), house.loan)


def _told(it: Remembering) -> list[Memory]:
    if not it.own:
        return []
    events = it.store.events.since(0, types=(_TYPE,))
    return [Memory(Source.HEALING, each.subject, each.timestamp, "", str(each.data["title"])) for each in events]


def _filled(it: Remembering) -> Remembering:
    it.store.memories.add([Entry(each, words(each.title), of_memory(each)) for each in _told(it)])
    return it


def _wrong(it: Remembering) -> str:
    recall(it.store.memories, Query("restarted"))  # raises when nothing can be recalled
    for memory in _told(it):
        found = recall(it.store.memories, Query(memory.title, sources=(Source.HEALING,)))
        if memory.key not in [each.memory.key for each in found]:
            return f"{memory.title!r} is not recalled"
    return ""


def _lose(it: Remembering) -> str:
    return f"{it.store.memories.forget(Source.HEALING, keys=[each.key for each in _told(it)])} memories were deleted"


def _figures(it: Remembering) -> dict[str, float]:
    return {name: float(count) for name, count in it.store.memories.count_sources().items()}
