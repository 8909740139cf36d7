"""What a process holds of the places of the corpus: their facts, the order by signature, bit sets of words asked for.

A place never changes once it is written and a full block is whole, so that what is held only grows.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

_BYTES = 64 << 20  # of bit sets that are held
_EPSILON = 1e-5  # what rounding may take from a bound


@dataclass(frozen=True, slots=True)
class Facts:
    """Of places 0, 1, 2, ...: `codes` are twice the number of the signature, plus 1 when all checks passed.

    The first places are also held in the order of their codes: those of code c are `order[starts[c]:starts[c + 1]]`.
    """

    codes: "Numbers"
    lengths: "Numbers"
    order: "Numbers"
    starts: "Numbers"

    @classmethod
    def none(cls) -> "Facts":
        """No places yet."""
        import numpy as np

        return cls(np.empty(0, np.uint32), np.empty(0, np.uint16), np.empty(0, np.uint32), np.zeros(1, np.int64))

    def grown(self, codes: "Numbers", lengths: "Numbers", unordered: int) -> "Facts":
        """With more places; put in order anew when there are more than `unordered` that are not."""
        import numpy as np

        codes, lengths = np.concatenate([self.codes, codes]), np.concatenate([self.lengths, lengths])
        if len(codes) - len(self.order) <= unordered:
            return Facts(codes, lengths, self.order, self.starts)
        starts = np.concatenate([[0], np.cumsum(np.bincount(codes))])
        return Facts(codes, lengths, np.argsort(codes, kind="stable").astype(np.uint32), starts)

    def best(self, count: int, shared: "Numbers", words: int, bases: "Numbers", weight: float, most: int) -> list[int]:
        """Of the first `count` places the `most` with the highest `bases[code] + weight * Jaccard`, exactly, best
        first, of equal ones the first. `shared` says how many of the `words` asked for each place has.

        No place scores more than its base and the weight times the share of the words that some place has at most, so
        only codes that reach the last of `most` places of the best codes are looked at.
        """
        import numpy as np

        def scored(places: "Numbers") -> "Numbers":
            common = shared[places].astype(np.float32)
            union = np.maximum(self.lengths[places] + np.float32(words) - common, 1)
            scores: Numbers = bases[self.codes[places]] + np.float32(weight) * (common / union)
            return scores

        if most <= 0 or count == 0:
            return []
        sizes = np.diff(self.starts)
        sizes = np.concatenate([sizes, np.zeros(len(bases) - len(sizes), np.int64)])
        tail = np.arange(len(self.order), count)
        found, bound = np.sort(scored(tail))[-most:], -np.inf
        likely = np.argsort(-bases, kind="stable")
        likely = likely[sizes[likely] > 0]
        first = likely[: 1 + int(np.searchsorted(np.cumsum(sizes[likely]), most))]
        some = [self.order[self.starts[code] : self.starts[code + 1]] for code in first]
        some = [places[places < count] for places in some]
        found = np.concatenate([found, *(np.sort(scored(places))[-most:] for places in some)])
        if len(found) >= most:
            bound = np.sort(found)[-most] - _EPSILON
        reach = bases + np.float32(weight * (int(shared.max(initial=0)) / words if words else 0.0))
        feasible = self.order[np.repeat(reach >= bound, sizes)]
        places = np.concatenate([feasible[feasible < count], tail])
        scores = scored(places)
        places, scores = places[scores >= bound], scores[scores >= bound]
        return [int(each) for each in places[np.lexsort((places, -scores))[:most]]]


class HeldBits:
    """The bit sets of the words asked for last, of full blocks; used from any thread."""

    def __init__(self, most: int = _BYTES) -> None:
        self._most, self._held = most, 0
        self._words = OrderedDict[str, bytes]()
        self._lock = threading.Lock()

    def of(self, word: str) -> bytes:
        """The bits of the blocks from the first on that are held."""
        with self._lock:
            if word in self._words:
                self._words.move_to_end(word)
            return self._words.get(word, b"")

    def hold(self, word: str, bits: bytes) -> None:
        """Hold a word's bits; those that nobody asked for longest are let go."""
        with self._lock:
            self._held += len(bits) - len(self._words.pop(word, b""))
            self._words[word] = bits
            while self._held > self._most:
                self._held -= len(self._words.popitem(last=False)[1])

    def clear(self) -> None:
        """Hold nothing."""
        with self._lock:
            self._words.clear()
            self._held = 0
