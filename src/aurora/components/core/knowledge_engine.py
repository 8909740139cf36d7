"""Knowledge Engine: loads the knowledge packs, indexes their parts by word, serves them.

Drill: the index is emptied; it is built again from the packs.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.registry.declare import AnyPart
from aurora.registry.discover import Registry, discover

_WORD = re.compile(r"[a-z0-9]+")
_PACKAGE = "aurora.units.knowledge"


@dataclass(slots=True)
class Shelf:
    """The parts of all packs, and the words by which they are found."""

    registry: Registry
    index: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    asked: int = 0

    def named(self, word: str) -> list[str]:
        """The ids of the parts with this word in their name."""
        return list(self.index.get(word, ()))

    def find(self, words: str) -> list[AnyPart]:
        """The parts that have most of these words in their name, those with fewer other words first."""
        self.asked += 1
        votes = Counter(each for word in set(_WORD.findall(words.lower())) for each in self.named(word))
        parts = {part.id: part for part in self.registry.parts if part.id in votes}
        return [parts[id_] for id_ in sorted(votes, key=lambda each: (-votes[each], parts[each].name.count("_"), each))]


@component("C2")
def knowledge_engine(_house: House) -> Living:
    """Every part of every knowledge pack."""
    return Owned(Care(shelved, _wrong, _empty, _figures, mend=_indexed))


def shelved() -> Shelf:
    """All packs, indexed."""
    return _indexed(Shelf(discover(_PACKAGE)))


def _indexed(shelf: Shelf) -> Shelf:
    shelf.index.clear()
    for part in shelf.registry.parts:
        for word in part.name.split("_"):
            shelf.index[word].append(part.id)
    return shelf


def _wrong(shelf: Shelf) -> str:
    """Each pack must be found by a word of its first part."""
    firsts = {part.id.rpartition(".")[0]: part for part in reversed(shelf.registry.parts)}
    lost = [pack for pack, part in firsts.items() if part.id not in shelf.named(part.name.split("_")[0])]
    return f"{len(lost)} of {len(firsts)} packs are not found" if lost or not firsts else ""


def _empty(shelf: Shelf) -> str:
    count = len(shelf.index)
    shelf.index.clear()
    return f"the index of {count} words was emptied"


def _figures(shelf: Shelf) -> dict[str, float]:
    packs = {part.id.rpartition(".")[0] for part in shelf.registry.parts}
    return {
        "packs": len(packs),
        "parts": len(shelf.registry.parts),
        "words": len(shelf.index),
        "looked up": shelf.asked,
    }
