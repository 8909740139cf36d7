"""Learns again from outcomes, and measures what was learned on outcomes that were held out."""

import hashlib
from collections.abc import Iterable, Sequence

from aurora.engines.learning.bias import Outcome, Rates, bias, taught
from aurora.engines.learning.trust import START, TRUST, judged
from aurora.model.lesson import Learned

FOLDS = 5


def replayed(outcomes: Iterable[Outcome], rates: Rates) -> tuple[Learned, ...]:
    """What is learned from outcomes, in the order of their moments, by subject and part."""
    known: dict[tuple[str, str], Learned] = {}
    for each in sorted(outcomes, key=lambda one: one.moment):
        teach = judged if each.subject == TRUST else taught
        there = [value for (subject, _), value in known.items() if subject == each.subject]
        for value in teach(there, each, rates)[0]:
            known[value.subject, value.part] = value
    return tuple(known[key] for key in sorted(known))


def held_out(
    before: Sequence[Outcome], after: Sequence[Outcome], judges: Sequence[Outcome], rates: Rates, *, trust: bool
) -> tuple[float, float]:
    """How well two bodies of evidence foretell outcomes, each a mean over `judges`, 0 to 1.

    Cross-validated (Stone 1974) in five folds by evidence: what is learned without a fold is measured on it. A bias by
    the reciprocal rank of the best part that was verified (Voorhees 1999), a trust by one less the Brier score.
    """
    parts = sorted({part for each in (*before, *after) for part in each.parts})
    sums = [0.0, 0.0]
    for number in range(FOLDS):
        mine = [each for each in judges if fold(each.evidence) == number]
        for place, evidence in enumerate((before, after) if mine else ()):
            known = replayed([each for each in evidence if fold(each.evidence) != number], rates)
            sums[place] += sum(_brier(known, each) if trust else _rank(known, each, parts) for each in mine)
    return sums[0] / len(judges), sums[1] / len(judges)


def fold(key: str) -> int:
    """In which of the folds something is held out: always the same one."""
    return hashlib.sha256(key.encode()).digest()[0] % FOLDS


def _rank(known: Sequence[Learned], each: Outcome, parts: Sequence[str]) -> float:
    """1 over the rank of the first part that was verified; parts of equal bias share the middle of their ranks."""
    found = bias(known, [each.subject])
    values = [found.get(part, 0.0) for part in parts]
    best = max(found.get(part, 0.0) for part in each.parts)
    above, same = sum(value > best for value in values), sum(value == best for value in values)
    return 1 / (above + (same + 1) / 2)


def _brier(known: Sequence[Learned], each: Outcome) -> float:
    trusts = {one.part: one.value for one in known if one.subject == TRUST}
    held = 1.0 if each.reward > 0 else 0.0
    return sum(1 - (trusts.get(part, START) - held) ** 2 for part in each.parts) / len(each.parts)
