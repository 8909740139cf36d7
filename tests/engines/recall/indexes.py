"""An index in memory, for tests of what ranks on top of one."""

from collections import Counter
from collections.abc import Mapping, Sequence

from aurora.contracts.memory import Entry, Stored


class SmallIndex:
    """Keeps entries in a list; the id is the place."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = list(entries)

    def size(self) -> int:
        return len(self.entries)

    def counts(self, features: Sequence[int]) -> Mapping[int, int]:
        found = Counter(each for entry in self.entries for each in entry.features)
        return {each: found[each] for each in features if found[each]}

    def carriers(self, groups: Sequence[Sequence[int]], most: int) -> Sequence[Sequence[int]]:
        return [
            [at for at, entry in reversed(list(enumerate(self.entries))) if entry.features >= set(group)][:most]
            for group in groups
        ]

    def worded(self, words: Sequence[str], most: int) -> Sequence[int]:
        scores = {at: len(set(words) & set(entry.terms)) for at, entry in enumerate(self.entries)}
        return sorted((at for at in scores if scores[at]), key=lambda at: -scores[at])[:most]

    def read(self, ids: Sequence[int]) -> Sequence[Stored]:
        return [Stored(at, self.entries[at].memory, self.entries[at].features) for at in ids]
