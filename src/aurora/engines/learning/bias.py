"""The bias of a part under a subject: an exponential average of rewards that drifts slowly, fades, and is explored."""

import hashlib
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aurora.model.lesson import Learned, Lesson

_DRIFT = 0.35  # the most that one lesson moves a value
_GENERAL = 0.5  # of a bias that was learned under a wider subject
_FADED = 0.01  # a bias nearer to 0 than this is no longer handed on


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast is learned; every figure 0 to 1."""

    learning: float = 0.3  # weight of the newest reward in the average
    decay: float = 0.98  # what is left of the other parts of the subject at each lesson
    exploration: float = 0.05  # share of the searches that look where experience does not point


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened: `reward` is 1 for verified and -1 for taken back or found wrong. Nothing else teaches."""

    subject: str
    parts: tuple[str, ...]
    reward: float
    evidence: str
    why: str
    moment: str


def taught(known: Iterable[Learned], outcome: Outcome, rates: Rates) -> tuple[tuple[Learned, ...], tuple[Lesson, ...]]:
    """The values that change under the outcome's subject, and the lessons.

    The average of a part moves towards the reward by the learning rate, at most `_DRIFT` at once, so that one outcome
    cannot turn around what many taught; the other parts of the subject fade by the decay.
    """
    there = {each.part: each for each in known if each.subject == outcome.subject}
    changed, lessons = list[Learned](), list[Lesson]()
    for part in dict.fromkeys(outcome.parts):
        old = there.get(part, Learned(outcome.subject, part, 0.0, 0, ""))
        step = rates.learning * (outcome.reward - old.value)
        value = old.value + max(-_DRIFT, min(_DRIFT, step))
        changed.append(replace(old, value=value, count=old.count + 1, updated=outcome.moment))
        lessons.append(lesson(outcome, part, old.value, value))
    for part, old in there.items():
        if part not in outcome.parts:
            changed.append(replace(old, value=old.value * rates.decay))
    return tuple(changed), tuple(lessons)


def lesson(outcome: Outcome, part: str, before: float, after: float) -> Lesson:
    """One step of one value."""
    return Lesson(outcome.moment, outcome.subject, part, outcome.reward, before, after, outcome.evidence, outcome.why)


def bias(known: Iterable[Learned], subjects: Sequence[str]) -> dict[str, float]:
    """What the first subject says of each part, and half of what the wider ones say of the others, -1 to 1."""
    found: dict[str, float] = {}
    by_subject = {(each.subject, each.part): each.value for each in known}
    for place, subject in enumerate(subjects):
        for (of, part), value in by_subject.items():
            if of == subject and part not in found:
                found[part] = value * (_GENERAL if place else 1.0)
    return {part: value for part, value in sorted(found.items()) if abs(value) >= _FADED}


def explored(leaning: Mapping[str, float], rates: Rates, seed: int, key: str) -> tuple[dict[str, float], bool]:
    """Epsilon-greedy (Watkins 1989): mostly the bias as it is; now and then one part of it, drawn by chance, alone.

    The same seed and key draw the same.
    """
    if not leaning:
        return {}, False
    draw = random.Random(hashlib.sha256(f"{seed}/{key}".encode()).digest())
    if draw.random() >= rates.exploration:
        return dict(leaning), False
    return {draw.choice(sorted(leaning)): 1.0}, True
