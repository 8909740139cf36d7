"""Capability Selector: the modes whose own words are most like a request.

Drill: the phrases of the modes are lost; they are read again from the catalogue.
"""

from dataclasses import dataclass

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.nexus.prototypes import Prototypes
from aurora.registry.catalogue import catalogue


@dataclass(slots=True)
class Selector:
    """The phrases of the modes, ready to be asked."""

    phrases: tuple[tuple[str, str], ...]
    prototypes: Prototypes
    selected: int = 0

    def select(self, words: str) -> str:
        """The mode that is nearest; empty when none is alike."""
        self.selected += 1
        return self.prototypes.nearest(words)[0]


@component("C40")
def capability_selector(house: House) -> Living:
    """All modes of the catalogue."""
    care = Care(_read, _wrong, _lose, lambda it: {"phrases": len(it.phrases), "selected": it.selected})
    return Owned(care, house.loan)


def _read() -> Selector:
    phrases = tuple((unit.promise, unit.id) for unit in catalogue() if unit.kind == "mode")
    return Selector(phrases, Prototypes(phrases))


def _wrong(it: Selector) -> str:
    lost = [unit for phrase, unit in it.phrases if it.select(phrase) != unit]
    return f"{len(lost)} of {len(it.phrases)} phrases do not find their mode" if lost else ""


def _lose(it: Selector) -> str:
    it.prototypes = Prototypes(())
    return "the phrases were lost"
