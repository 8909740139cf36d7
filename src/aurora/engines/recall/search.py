"""One query over all memories: full text and hashed features propose, each bounded in what it reads; likeness ranks."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from aurora.contracts.memory import MemoryIndex
from aurora.engines.recall.features import WEIGHTS, Kind, feature, kind_of, of_query, of_word, source, telling
from aurora.model.memory import Memory, Query, Recalled

_FEATURES = 14  # the most telling ones of the query, whose memories are read
_EACH = 200  # memories of one feature, or of two common ones together
_COMBINED = 4  # common features that are asked for in pairs
_SHORTLIST = 40  # memories that are scored with all their features
_WORDED = 40
_COMMON = 3000  # memories with a word that full text may have to rank
_LONG = 700 / 3  # features of a memory that halve its likeness
_BESIDE = 0.3  # of what the other ways to find a word say beside the best one


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query's features with what each of them says; a group of them says one thing. `unknown` is what the groups say
    of which no memory has anything."""

    groups: Sequence[Sequence[int]]
    weights: Mapping[int, float]
    counts: Mapping[int, int]
    unknown: float

    def telling(self) -> list[int]:
        """The features by what they say for what it costs to read them."""
        return sorted(self.weights, key=lambda each: (-self.weights[each], each))[:_FEATURES]

    def likeness(self, features: frozenset[int]) -> float:
        """The share of the query that a memory has, 0 to 1, with long memories held back (Singhal 1996)."""
        told = sum(self._worth([each for each in group if each in features]) for group in self.groups)
        return told / (sum(map(self._worth, self.groups)) + self.unknown or 1.0) / (1 + len(features) / _LONG)

    def _worth(self, found: Sequence[int]) -> float:
        """What is found of one group: the best, and a share of the rest, so that many meanings count little more."""
        worths = [self.weights[each] for each in found]
        return (1 - _BESIDE) * max(worths, default=0.0) + _BESIDE * sum(worths)


def recall(index: MemoryIndex, query: Query) -> tuple[Recalled, ...]:
    """The memories that answer a query, best first.

    What full text finds and what shares telling features is ranked by the weighted overlap of features; fused with
    the rank of full text (Cormack, Clarke and Buettcher 2009) the answers were worse (`bench/RESULTS.md`). What is
    read is bounded, so that the time hardly grows with the number of memories: the rarest features first, and of
    common ones the newest memories.
    """
    asked = weighed(index, of_query(query.words))
    worded = index.worded(_rare_words(index, query.words), _WORDED)
    liked = _shortlist(index, asked, _narrowing(query))
    found = [each for each in index.read(list(dict.fromkeys([*worded, *liked]))) if _fits(each.memory, query)]
    likeness = {each.id: asked.likeness(each.features) for each in found}
    ranked = sorted(found, key=lambda each: (-likeness[each.id], -each.id))
    places = {number: place for place, number in enumerate(worded, start=1)}
    return tuple(
        Recalled(each.memory, round(likeness[each.id], 5), _why(likeness[each.id], places.get(each.id)))
        for each in ranked[: query.most]
        if likeness[each.id] > 0
    )


def _why(likeness: float, place: int | None) -> tuple[str, ...]:
    told = f"likeness {likeness:.2f}"
    return (told, f"words, place {place}") if place else (told,)


def weighed(index: MemoryIndex, groups: Iterable[Sequence[int]]) -> _Asked:
    """Features with what each says: its kind's weight times its inverse document frequency."""
    asked = list(dict.fromkeys(tuple(group) for group in groups))
    counts, total = index.counts(list({each for group in asked for each in group})), index.size()
    known = [tuple(each for each in group if counts.get(each)) for group in asked]
    weights = {each: WEIGHTS[kind_of(each)] * _rarity(counts[each], total) for group in known for each in group}
    missed = [group for group, found in zip(asked, known, strict=True) if group and not found]
    unknown = sum(max(WEIGHTS[kind_of(each)] for each in group) for group in missed) * _rarity(0, total)
    return _Asked(known, weights, counts, unknown)


def _rarity(count: int, total: int) -> float:
    return math.log(1 + (total - min(count, total) + 0.5) / (count + 0.5))


def _narrowing(query: Query) -> list[tuple[int, ...]]:
    """The features that every answer has: one group for each source."""
    outcome = (feature(Kind.OUTCOME, query.outcome),) if query.outcome else ()
    return [(source(name), *outcome) for name in query.sources] or [outcome]


def _rare_words(index: MemoryIndex, text: str) -> list[str]:
    """The words of a query that few memories have, at least one when any has it."""
    numbers = {word: of_word(word) for word in telling(text)}
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
    return [number for _, number in heapq.nlargest(_SHORTLIST, zip(scores.values(), scores, strict=True))]


def _fits(memory: Memory, query: Query) -> bool:
    return (
        (not query.sources or memory.source in query.sources)
        and (not query.outcome or memory.outcome == query.outcome)
        and memory.moment >= query.since
    )
