"""Which knowledge a request touches: the words of the packs' own names and contents, weighed by their rarity."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from aurora.engines.nexus.features import concepts, stem, words

_NAME = 2.0  # a word of the name counts as much as two of the contents
_LEAST = 3.5  # less is chance
_PLAIN = frozenset(
    ("make", "show", "find", "want", "write", "reduce", "increase", "time", "whole", "where", "why", "code")
)  # concepts of words that say nothing of a topic


class Topics:
    """The units that can be needed, found by stems."""

    def __init__(self, units: Mapping[str, tuple[str, str]]) -> None:
        """`units` are the name and the contents of each unit."""
        told = {unit: _weighed(name, contents) for unit, (name, contents) in units.items()}
        spread = Counter(root for weights in told.values() for root in weights)
        self._found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for unit, weights in told.items():
            for root, weight in weights.items():
                self._found[root].append((unit, weight * math.log(len(told) / spread[root])))

    def of(self, roots: Iterable[str], most: int = 3) -> list[str]:
        """The units that are touched, the one that is touched most first."""
        scores: dict[str, float] = defaultdict(float)
        for root in dict.fromkeys(roots):
            for unit, weight in self._found.get(root, ()):
                scores[unit] += weight
        likely = [unit for unit, score in scores.items() if score >= _LEAST]
        return sorted(likely, key=lambda unit: -scores[unit])[:most]


def _weighed(name: str, contents: str) -> dict[str, float]:
    told = {stem(word): 1.0 for word in words(contents)} | {stem(word): _NAME for word in words(name)}
    return {root: weight for root, weight in told.items() if not _PLAIN & set(concepts().get(root, ()))}
