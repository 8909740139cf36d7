"""One query over all memories: full text and likeness, each bounded in what it reads, their ranks fused."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from aurora.contracts.memory import MemoryIndex, Stored
from aurora.engines.recall.features import WEIGHTS, Kind, feature, kind_of, of_query, source, telling
from aurora.model.memory import Memory, Query, Recalled

_FEATURES = 14  # the most telling ones of the query, whose memories are read
_EACH = 300  # memories of one feature, or of two common ones together
_COMBINED = 4  # common features that are asked for in pairs
_SHORTLIST = 40  # memories that are scored with all their features
_WORDED = 40
_COMMON = 3000  # memories with a word that full text may have to rank
_RANK = 20  # of reciprocal rank fusion: the larger, the less the first places count
_TYPICAL, _SLOPE = 60, 0.25  # features of a memory, and how much more of them count against it


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query's features with what each of them says."""

    weights: Mapping[int, float]
    counts: Mapping[int, int]

    def telling(self) -> list[int]:
        """The features by what they say for what it costs to read them."""
        return sorted(self.weights, key=lambda each: (-self.weights[each], each))[:_FEATURES]

    def likeness(self, features: frozenset[int]) -> float:
        """The share of the query that a memory has, 0 to 1, with long memories held back (Singhal 1996)."""
        told = sum(weight for each, weight in self.weights.items() if each in features)
        length = (1 - _SLOPE) + _SLOPE * len(features) / _TYPICAL
        return told / (sum(self.weights.values()) or 1.0) / max(1.0, length)


def recall(index: MemoryIndex, query: Query) -> tuple[Recalled, ...]:
    """The memories that answer a query, best first.

    Two rankings, full text and the weighted overlap of hashed features, are fused by reciprocal rank (Cormack,
    Clarke and Buettcher 2009). What is read is bounded, so that the time hardly grows with the number of memories:
    the rarest features first, and of common ones the newest memories.
    """
    narrowing = _narrowing(query)
    asked = _asked(index, query.words)
    worded = index.worded(_rare_words(index, query.words), _WORDED)
    liked = _shortlist(index, asked, narrowing)
    stored = {each.id: each for each in index.read(list(dict.fromkeys([*worded, *liked])))}
    fitting = {number: each for number, each in stored.items() if _fits(each.memory, query)}
    by_words = [number for number in worded if number in fitting]
    likeness = {number: asked.likeness(each.features) for number, each in fitting.items()}
    by_likeness = sorted(
        (number for number in likeness if likeness[number] > 0), key=lambda number: (-likeness[number], -number)
    )
    return _fused(fitting, by_words, by_likeness, likeness)[: query.most]


def weighed(index: MemoryIndex, features: Iterable[int]) -> _Asked:
    """Features with what each says: its kind's weight times its inverse document frequency."""
    wanted = [each for each in dict.fromkeys(features) if kind_of(each) in WEIGHTS]
    counts, total = index.counts(wanted), index.size()
    weights = {each: WEIGHTS[kind_of(each)] * _rarity(counts[each], total) for each in wanted if counts.get(each)}
    return _Asked(weights, counts)


def _asked(index: MemoryIndex, text: str) -> _Asked:
    return weighed(index, of_query(text))


def _rarity(count: int, total: int) -> float:
    return math.log(1 + (total - min(count, total) + 0.5) / (count + 0.5))


def _narrowing(query: Query) -> list[tuple[int, ...]]:
    """The features that every answer has: one group for each source."""
    outcome = (feature(Kind.OUTCOME, query.outcome),) if query.outcome else ()
    return [(source(name), *outcome) for name in query.sources] or [outcome]


def _rare_words(index: MemoryIndex, text: str) -> list[str]:
    """The words of a query that few memories have, at least one when any has it."""
    numbers = {word: feature(Kind.WORD, word) for word in telling(text)}
    counts = index.counts(list(numbers.values()))
    known = sorted((word for word in numbers if counts.get(numbers[word])), key=lambda word: counts[numbers[word]])
    rare, total = list[str](), 0
    for word in known:
        total += counts[numbers[word]]
        if total > _COMMON:
            break
        rare.append(word)
    return rare


def _shortlist(index: MemoryIndex, asked: _Asked, narrowing: Sequence[tuple[int, ...]]) -> list[int]:
    """The memories that have the most of the telling features, as far as they were read."""
    telling = asked.telling()
    common = [each for each in telling if asked.counts[each] > _EACH][:_COMBINED]
    groups = [(each,) for each in telling] + list(combinations(common, 2))
    narrowed = [(*group, *narrow) for group in groups for narrow in narrowing]
    scores: dict[int, float] = {}
    for group, found in zip(narrowed, index.carriers(narrowed, _EACH), strict=True):
        worth = sum(asked.weights.get(each, 0.0) for each in group)
        for number in found:
            scores[number] = scores.get(number, 0.0) + worth
    return heapq.nlargest(_SHORTLIST, scores, key=lambda number: (scores[number], number))


def _fits(memory: Memory, query: Query) -> bool:
    return (
        (not query.sources or memory.source in query.sources)
        and (not query.outcome or memory.outcome == query.outcome)
        and memory.moment >= query.since
    )


def _fused(
    stored: Mapping[int, Stored], by_words: Sequence[int], by_likeness: Sequence[int], likeness: Mapping[int, float]
) -> tuple[Recalled, ...]:
    scores: dict[int, float] = {}
    why: dict[int, list[str]] = {}
    for name, ranking in (("words", by_words), ("likeness", by_likeness)):
        for place, number in enumerate(ranking, start=1):
            scores[number] = scores.get(number, 0.0) + 1 / (_RANK + place)
            shown = f"likeness {likeness[number]:.2f}" if name == "likeness" else name
            why.setdefault(number, []).append(f"{shown}, place {place}")
    ranked = sorted(scores, key=lambda number: (-scores[number], -number))
    return tuple(Recalled(stored[number].memory, round(scores[number], 5), tuple(why[number])) for number in ranked)
