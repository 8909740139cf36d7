"""The parts of the knowledge packs by the words of a need."""

from aurora.components.core.knowledge_engine import Shelf, shelved
from aurora.flows.tools import Tools
from aurora.registry.declare import AnyPart


def find(tools: Tools, words: str) -> list[AnyPart]:
    """The parts that have most of these words in their name, those with fewer other words first."""
    shelf: Shelf = tools.part("C2", shelved)
    return shelf.find(words)
