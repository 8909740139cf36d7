"""Resource Monitor: what this process uses, against ceilings of its own.

Drill: files are opened and not closed, as a leak does it; the rule that breaks is named, and the files are closed.
"""

import os
from dataclasses import dataclass, field, replace

from aurora.adapters.process.usage import Meter
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.monitor.ceiling import GRACE, SAMPLES, Watcher
from aurora.model.service import Ceiling

_ROOM = 64  # descriptors above those that are open at the start


@dataclass(slots=True)
class Watched:
    """The meter of this process, its ceiling, and the files of the drill."""

    meter: Meter
    ceiling: Ceiling
    leaked: list[int] = field(default_factory=list)
    narrow: Ceiling | None = None  # the ceiling of a drill, which a leak breaks that harms nobody

    def close(self) -> None:
        """Let everything go."""
        self.plug()
        self.meter.close()

    def plug(self) -> "Watched":
        """Close what was leaked; the ceiling is the old one."""
        self.narrow = None
        while self.leaked:
            os.close(self.leaked.pop())
        return self


@component("C26")
def resource_monitor(house: House) -> Living:
    """This process."""

    def watched() -> Watched:
        meter = Meter(os.getpid())
        return Watched(meter, Ceiling(memory_mb=4 * meter.sample().memory_mb + 512, descriptors=_limit(meter)))

    return Owned(Care(watched, _wrong, _leak, _figures, Watched.close, Watched.plug), house.loan)


def _limit(meter: Meter) -> int:
    """Descriptors by which a leak is known: there is room for some more than are open now."""
    return int((meter.descriptors() + _ROOM) / 0.85)


def _wrong(it: Watched) -> str:
    watcher = Watcher(it.narrow or it.ceiling, begun=-GRACE)
    for _ in range(SAMPLES):
        sample = it.meter.sample()
        if broken := watcher.breach(0.0, sample.memory_mb, it.meter.descriptors(), sample.threads):
            return broken[1]
    return ""


def _leak(it: Watched) -> str:
    it.narrow = replace(it.ceiling, descriptors=_limit(it.meter))
    it.leaked += [os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC) for _ in range(2 * _ROOM)]
    return f"{2 * _ROOM} files were opened and not closed"


def _figures(it: Watched) -> dict[str, float]:
    sample = it.meter.sample()
    return {
        "memory_mb": sample.memory_mb,
        "cpu_seconds": sample.cpu_seconds,
        "threads": sample.threads,
        "descriptors": it.meter.descriptors(),
    }
