"""Units found by their own phrases, without training: the phrase that is most like a request."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aurora.engines.nexus.features import Heard, heard

_NEAR = 0.55  # the likeness at which a phrase begins to count
_MOST = 0.95  # of the belief that a phrase can take; the trained model keeps the rest


class Prototypes:
    """Phrases that units brought, or that people confirmed; found by likeness of their words (cosine)."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """`phrases` are pairs of a phrase and its unit; the last one counts when a phrase is there twice."""
        self._units: list[str] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._lengths: list[float] = []
        for phrase, unit in dict(phrases).items():
            for feature in (seen := _seen(phrase)):
                self._holders[feature].append(len(self._units))
            self._units.append(unit)
            self._lengths.append(math.sqrt(len(seen)) or 1.0)

    def nearest(self, text: str) -> tuple[str, float]:
        """The unit of the most similar phrase and the likeness, 0 to 1; ("", 0) when nothing is alike."""
        return self._nearest(_seen(text))

    def _nearest(self, seen: Sequence[str]) -> tuple[str, float]:
        shared: dict[int, int] = defaultdict(int)
        for feature in seen:
            for place in self._holders.get(feature, ()):
                shared[place] += 1
        if not shared:
            return "", 0.0
        length = math.sqrt(len(seen))
        like, place = max((count / (length * self._lengths[place]), -place) for place, count in shared.items())
        return self._units[-place], like

    def blended(self, text: str, believed: Mapping[str, float], heard: Heard | None = None) -> Mapping[str, float]:
        """The probabilities after the nearest phrase was heard, most probable first; they add up to 1.

        `heard` is the text when it was taken apart before.
        """
        unit, like = self._nearest(heard.plain if heard else _seen(text)) if self._units else ("", 0.0)
        share = _MOST * max(0.0, (like - _NEAR) / (1 - _NEAR))
        if not share:
            return believed
        mixed = {each: value * (1 - share) for each, value in believed.items()}
        mixed[unit] = mixed.get(unit, 0.0) + share
        return dict(sorted(mixed.items(), key=lambda each: -each[1]))


def _seen(text: str) -> list[str]:
    return heard(text).plain
