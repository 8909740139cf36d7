"""The trust in a rule that changes a user's code: it grows with what held and falls with every rollback."""

from collections.abc import Iterable
from dataclasses import replace

from aurora.engines.learning.bias import Outcome, Rates, lesson
from aurora.model.lesson import Learned, Lesson

TRUST = "trust"
START = 0.5  # of a rule that nobody has seen at work
_GROWTH = 0.5  # trust is gained at half the pace at which it is lost


def judged(known: Iterable[Learned], outcome: Outcome, rates: Rates) -> tuple[tuple[Learned, ...], tuple[Lesson, ...]]:
    """The trust in the outcome's rules after it, 0 to 1: up for what held, strictly down for what was taken back."""
    there = {each.part: each for each in known if each.subject == TRUST}
    changed, lessons = list[Learned](), list[Lesson]()
    for part in dict.fromkeys(outcome.parts):
        old = there.get(part, Learned(TRUST, part, START, 0, ""))
        held = outcome.reward > 0
        value = old.value + _GROWTH * rates.learning * (1 - old.value) if held else old.value * (1 - rates.learning)
        changed.append(replace(old, value=value, count=old.count + 1, updated=outcome.moment))
        lessons.append(replace(lesson(outcome, part, old.value, value), subject=TRUST))
    return tuple(changed), tuple(lessons)


def caution(known: Iterable[Learned]) -> dict[str, float]:
    """The bias, -1 to 0, that lost trust adds to a rule's own."""
    return {each.part: 2 * (each.value - START) for each in known if each.subject == TRUST and each.value < START}
