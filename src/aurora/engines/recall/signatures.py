"""Keys of signatures, `int,list[str]->str`, and how alike they are: one with one, or one with all of many at once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

_FAMILIAR = 1 << 14  # lists of parameters whose types are kept at hand
_SILENT = ("", "Any")  # results that say nothing


def signature_likeness(one: str, other: str) -> float:
    """1 for the same key; else half for the same result and half for the share of parameter types in common."""
    if one == other or not (one and other):
        return float(one == other != "")
    given, _, result = one.partition("->")
    theirs, _, result2 = other.partition("->")
    ours, found = _types(given), _types(theirs)
    both = (ours | found).total()
    same = result == result2 and result not in _SILENT
    return 0.5 * same + 0.5 * ((ours & found).total() / both if both else 0.0)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Many keys, taken apart once: each has the number of its list of parameters and that of its result."""

    numbers: dict[str, int]
    results: dict[str, int]
    parameters: "Numbers"
    returned: "Numbers"
    carriers: dict[str, tuple["Numbers", "Numbers"]]  # of a type: the lists that have it, and how often
    totals: "Numbers"

    @classmethod
    def of(cls, keys: tuple[str, ...]) -> "Signatures":
        """Take keys apart."""
        import numpy as np

        lists, results, parts = dict[str, int](), dict[str, int](), list[tuple[int, int]]()
        for key in keys:
            given, _, result = key.partition("->")
            parts.append((lists.setdefault(given, len(lists)), results.setdefault(result, len(results))))
        counts = [_types(given) for given in lists]
        found: dict[str, list[tuple[int, int]]] = {}
        for number, types in enumerate(counts):
            for each, often in types.items():
                found.setdefault(each, []).append((number, often))
        carriers = {each: (np.array(pairs)[:, 0], np.array(pairs)[:, 1]) for each, pairs in found.items()}
        parameters, returned = np.array(parts, np.int64).reshape(-1, 2).T
        totals = np.array([types.total() for types in counts], np.int64)
        return cls({key: at for at, key in enumerate(keys)}, results, parameters, returned, carriers, totals)

    def likenesses(self, one: str) -> "Numbers":
        """What `signature_likeness` says of one key and each of these."""
        import numpy as np

        if not one:
            return np.zeros(len(self.parameters))
        given, _, result = one.partition("->")
        ours, shared = _types(given), np.zeros(len(self.totals), np.int64)
        for each, often in ours.items():
            lists, counts = self.carriers.get(each, (np.empty(0, np.int64), np.empty(0, np.int64)))
            shared[lists] += np.minimum(counts, often)
        alike = 0.5 * (shared / np.maximum(ours.total() + self.totals - shared, 1))[self.parameters]
        if result not in _SILENT and result in self.results:
            alike[self.returned == self.results[result]] += 0.5
        for key, likeness in ((one, 1.0), ("", 0.0)):
            if key in self.numbers:
                alike[self.numbers[key]] = likeness
        return alike


def signature_likenesses(one: str, others: Sequence[str]) -> "Numbers":
    """What `signature_likeness` says of one key and each of many; those of the last call are at hand."""
    return _taken_apart(tuple(others)).likenesses(one)


@lru_cache(1)
def _taken_apart(keys: tuple[str, ...]) -> Signatures:
    return Signatures.of(keys)


@lru_cache(_FAMILIAR)
def _types(given: str) -> Counter[str]:
    return Counter(_split(given))


def _split(given: str) -> Iterator[str]:
    """The parameter types of a key: commas in brackets do not part."""
    depth, start = 0, 0
    for place, character in enumerate(given):
        depth += (character in "[(") - (character in "])")
        if character == "," and depth == 0:
            yield given[start:place]
            start = place + 1
    if given:
        yield given[start:]
