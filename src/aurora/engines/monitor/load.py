"""How busy an instance is, and how busy it usually is."""

from collections import deque
from dataclasses import dataclass, field

from aurora.engines.monitor.median import median

MINUTE = 60.0  # seconds whose mean counts as one value
MINUTES = 60  # of which the usual load is the median


@dataclass(slots=True)
class Load:
    """The processor time of one instance, sample by sample, as cores that it keeps busy."""

    _last: tuple[float, float] | None = None
    _begun: tuple[float, float] = (0.0, 0.0)
    _minutes: deque[float] = field(default_factory=lambda: deque(maxlen=MINUTES))

    def feed(self, moment: float, cpu_seconds: float) -> float | None:
        """Take in a sample (seconds, in order); the load since the last one, if there was one before."""
        last, self._last = self._last, (moment, cpu_seconds)
        if last is None:
            self._begun = self._last
            return None
        if moment - self._begun[0] >= MINUTE:
            self._minutes.append((cpu_seconds - self._begun[1]) / (moment - self._begun[0]))
            self._begun = self._last
        return (cpu_seconds - last[1]) / (moment - last[0]) if moment > last[0] else None

    @property
    def usual(self) -> float | None:
        """The median over the minutes of the last hour; None before the first minute is over."""
        return median(self._minutes) if self._minutes else None
