"""What services are used to: their levels, minute by minute, and hour by hour of the week; what leaves them is told."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aurora.engines.monitor.season import Season
from aurora.engines.monitor.shifts import Level, Shift

FLOORS = {"memory": 8.0, "processor": 0.1, "threads": 4.0, "descriptors": 10.0}  # the least moves that matter
UNITS = {"memory": " MiB", "processor": " cores"}
GRACE = 300.0  # seconds after the start in which an instance only warms up
MINUTE = 60.0


@dataclass(slots=True)
class _Instance:
    begun: float
    looked: float = 0.0
    cpu_seconds: float | None = None
    levels: dict[str, Level] = field(default_factory=dict)
    minute: float = 0.0


@dataclass(slots=True)
class Habits:
    """Watches the figures of instances; `tell` hears of `service.shifted`."""

    tell: Callable[[str, dict[str, object]], object]
    _instances: dict[tuple[str, int], _Instance] = field(default_factory=dict)
    _seasons: dict[str, dict[str, Season]] = field(default_factory=dict)

    def feed(
        self, who: tuple[str, int], now: float, clock: float, cpu_seconds: float, figures: Mapping[str, float]
    ) -> None:
        """Take in a sample of an instance; `now` never goes back, `clock` is the calendar's (seconds both)."""
        seen = self._instances.setdefault(who, _Instance(now))
        before, last = seen.cpu_seconds, seen.looked
        seen.cpu_seconds, seen.looked = cpu_seconds, now
        if now - seen.begun < GRACE or before is None or now <= last:
            return
        sample = {**figures, "processor": (cpu_seconds - before) / (now - last)}
        hourly = now - seen.minute >= MINUTE
        seen.minute = now if hourly else seen.minute
        for name, value in sample.items():
            level = seen.levels.setdefault(name, Level(FLOORS[name]))
            shift = level.feed(now, value)
            season = self._seasons.setdefault(who[0], {}).setdefault(name, Season())
            if shift and not season.usual(clock, shift.after):
                self.tell(who[0], _facts(name, shift, now))
            if hourly and level.last is not None:
                season.feed(clock, level.last)

    def keep(self, live: Iterable[tuple[str, int]]) -> None:
        """Forget all instances but these; what hours are used to stays."""
        kept = set(live)
        self._instances = {who: seen for who, seen in self._instances.items() if who in kept}

    def plain(self) -> dict[str, Any]:
        """What services are used to, to be kept as JSON."""
        return {
            name: {figure: season.plain() for figure, season in seasons.items()}
            for name, seasons in self._seasons.items()
        }

    def restore(self, plain: Any) -> None:
        """What an earlier supervisor kept; what is not such is left out."""
        try:
            self._seasons = {
                str(name): {figure: Season.restored(each) for figure, each in seasons.items() if figure in FLOORS}
                for name, seasons in plain.items()
            }
        except (AttributeError, TypeError, ValueError):
            self._seasons = {}


def _facts(name: str, shift: Shift, now: float) -> dict[str, object]:
    unit, digits = UNITS.get(name, ""), 2 if name == "processor" else 0
    ago = (now - shift.since) / MINUTE
    why = f"{name} went from {shift.before:.{digits}f} to {shift.after:.{digits}f}{unit} {ago:.0f} min ago, and stays"
    facts = {"before": round(shift.before, 3), "after": round(shift.after, 3), "seconds_ago": round(now - shift.since)}
    return {"what": name, **facts, "why": why}
