"""Tier Selector: the knowledge that a request touches, and the tier that it belongs to.

Drill: the words by which packs are found are lost; they are weighed again from the catalogue.
"""

from dataclasses import dataclass
from functools import partial

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.nexus.features import stem, words
from aurora.engines.nexus.topics import Topics
from aurora.registry.catalogue import PowerUnit, catalogue


@dataclass(slots=True)
class Selector:
    """The packs and their weighed words."""

    packs: dict[str, PowerUnit]
    topics: Topics
    found: int = 0  # packs that their own name finds, at the start

    def tier(self, text: str) -> str:
        """The tier of the pack that is touched most; the first of all when none is."""
        touched = self.topics.of(map(stem, words(text)), most=1)
        return self.packs[touched[0]].group if touched else next(iter(self.packs.values())).group

    def known(self) -> int:
        """How many packs their own names find."""
        touched = partial(self.topics.of, most=5)
        return sum(unit in touched(map(stem, words(pack.name))) for unit, pack in self.packs.items())


@component("C41")
def tier_selector(house: House) -> Living:
    """All knowledge packs of the catalogue."""
    care = Care(weighed, _wrong, _lose, lambda it: {"packs": len(it.packs), "found by name": it.known()})
    return Owned(care, house.loan)


def weighed(topics: Topics | None = None) -> Selector:
    """The packs of the catalogue, with the weights of a router or new ones."""
    packs = {unit.id: unit for unit in catalogue() if unit.kind == "knowledge"}
    own = {unit: (pack.name, pack.promise) for unit, pack in packs.items()}
    selector = Selector(packs, topics or Topics(own))
    selector.found = selector.known()
    return selector


def _wrong(it: Selector) -> str:
    known = it.known()
    return "" if known == it.found > 0 else f"{known} packs are found by their names, at the start {it.found}"


def _lose(it: Selector) -> str:
    it.topics = Topics({})
    return "the words of the packs were lost"
