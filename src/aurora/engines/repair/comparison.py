"""What candidates give on generated inputs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from aurora.engines.repair.belief import Result
from aurora.engines.repair.evidence import Evidence, head_of, name_of

COMPARABLE = 4  # generated inputs that a comparison takes


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the candidates give on generated inputs, those alone on which one of them gives a value."""

    calls: tuple[tuple[str, str], ...]  # (test file, expression)
    before: tuple[Result, ...] | None  # of the old program
    rows: tuple[tuple[Result, ...] | None, ...]  # of each candidate; None when it was not reached

    @property
    def tells(self) -> bool:
        """Whether there is enough to tell behaviours by."""
        return len(self.calls) >= COMPARABLE

    @property
    def given(self) -> str:
        """The type that most values of the old program have; empty where it gives none."""
        types = Counter(kind for how, kind, _ in self.before or () if how == "value")
        return max(types, key=lambda kind: types[kind], default="")

    def counted(self, evidence: Evidence, results: Sequence[Result] | None = None) -> Evidence:
        """The evidence with truths of those functions alone that give nothing but bools, in the old program and, where
        the results of a patch are given, in the patched one."""
        return evidence.counted(self._bools(self.before) & self._bools(self.before if results is None else results))

    def changed(self, results: Sequence[Result]) -> frozenset[str]:
        """The names of the functions that do not give what they gave in the old program."""
        before = self.before or (None,) * len(self.calls)
        return frozenset(
            name_of(call) for (_, call), was, now in zip(self.calls, before, results, strict=True) if was != now
        )

    def _bools(self, results: Sequence[Result] | None) -> frozenset[str]:
        given: dict[str, set[str]] = {}
        for (_, call), (how, kind, _) in zip(self.calls, results or (), strict=results is not None):
            if how == "value":
                given.setdefault(name_of(call), set()).add(kind)
        return frozenset(name for name, kinds in given.items() if kinds == {"bool"})


def concerned(
    calls: Sequence[tuple[str, str]], rows: Sequence[list[Result] | None], evidence: Evidence
) -> tuple[list[tuple[str, str]], Comparison, Evidence]:
    """The calls and the evidence of the functions that some candidate changes: the others say nothing of a patch."""
    given = [row for row in rows if row]
    heads = [head_of(call) for _, call in calls]
    moved = {head for at, head in enumerate(heads) if len({row[at] for row in given}) > 1} or {*heads}
    kept = [at for at, head in enumerate(heads) if head in moved]
    left = [calls[at] for at in kept]
    return left, _comparison(left, [row and [row[at] for at in kept] for row in rows]), evidence.about(moved)


def _comparison(calls: Sequence[tuple[str, str]], rows: Sequence[list[Result] | None]) -> Comparison:
    given = [row for row in rows[1:] if row]
    usable = [at for at in range(len(calls)) if any(row[at][0] == "value" for row in given)]
    told = [None if row is None else tuple(row[at] for at in usable) for row in rows]
    return Comparison(tuple(calls[at] for at in usable), told[0], tuple(told[1:]))
