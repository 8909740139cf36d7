"""Rules for what an instance may use: broken when most of its last samples are beyond a share of the limit."""

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from aurora.model.service import Ceiling

SHARE = 0.85  # of the limit, from which on a sample speaks against the instance
SAMPLES = 5
BAD = 4  # of the last samples
GRACE = 5.0  # seconds after the start in which nothing is held against it


class Figure(NamedTuple):
    """One thing that an instance uses, and what it may use of it."""

    rule: str
    used: float
    limit: float
    unit: str


def figures(ceiling: Ceiling, memory_mb: float, descriptors: int, threads: int) -> tuple[Figure, ...]:
    """What is limited of what an instance uses."""
    found = (
        Figure("memory", memory_mb, ceiling.memory_mb, " MiB"),
        Figure("descriptors", float(descriptors), float(ceiling.descriptors), ""),
        Figure("threads", float(threads), float(ceiling.threads), ""),
    )
    return tuple(each for each in found if each.limit)


@dataclass(slots=True)
class Watcher:
    """The last samples of one instance; a new instance gets a new watcher, so that every rule is armed again."""

    ceiling: Ceiling
    begun: float
    _beyond: dict[str, deque[bool]] = field(default_factory=dict)

    def breach(self, now: float, memory_mb: float, descriptors: int, threads: int) -> tuple[str, str] | None:
        """The rule that the instance breaks and why, once enough samples say so."""
        if now - self.begun < GRACE:
            return None
        for rule, used, limit, unit in figures(self.ceiling, memory_mb, descriptors, threads):
            samples = self._beyond.setdefault(rule, deque(maxlen=SAMPLES))
            samples.append(used > SHARE * limit)
            if sum(samples) >= BAD:
                return rule, f"{rule} at {used:.0f} of {limit:.0f}{unit}"
        return None
