"""What services are used to: their levels, minute by minute, and half hour by half hour; what leaves them is told."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aurora.engines.monitor.median import median
from aurora.engines.monitor.season import Season
from aurora.engines.monitor.shifts import AFTER, Level, Shift, matter

FLOORS = {  # the least moves that matter
    "memory": 8.0, "processor": 0.1, "threads": 4.0, "descriptors": 10.0, "response time": 0.05,
}  # fmt: skip
UNITS = {"memory": (1.0, " MiB"), "processor": (100.0, " % of a core"), "response time": (1_000.0, " ms")}
GRACE = 300.0  # seconds after the start in which an instance only warms up
LASTING = 15  # minutes after which what is not usual at its hour is told
NEWS = 3_600.0  # seconds for which what was told stands
Range = tuple[float, float] | None


@dataclass(slots=True)
class _Instance:
    begun: float
    looked: float = 0.0
    cpu_seconds: float | None = None
    levels: dict[str, Level] = field(default_factory=dict)
    untold: set[str] = field(default_factory=set)  # figures whose last shift was a usual one


@dataclass(slots=True)
class Habits:
    """Watches the figures of instances; `tell` hears of `service.shifted`."""

    tell: Callable[[str, dict[str, object]], object]
    _instances: dict[tuple[str, int], _Instance] = field(default_factory=dict)
    _seasons: dict[str, dict[str, Season]] = field(default_factory=dict)
    _news: dict[tuple[str, str], tuple[float, dict[str, object]]] = field(default_factory=dict)

    def feed(
        self, who: tuple[str, int], now: float, clock: float, cpu_seconds: float, figures: Mapping[str, float]
    ) -> None:
        """Take in a sample of an instance; `now` never goes back, `clock` is the calendar's (seconds both).

        A figure may be missing in a sample: it is judged when its own minutes are over.
        """
        seen = self._instances.setdefault(who, _Instance(now))
        before, last = seen.cpu_seconds, seen.looked
        seen.cpu_seconds, seen.looked = cpu_seconds, now
        if now - seen.begun < GRACE or before is None or now <= last:
            return
        sample = {**figures, "processor": (cpu_seconds - before) / (now - last)}
        for name, value in sample.items():
            level = seen.levels.setdefault(name, Level(FLOORS[name]))
            shift = level.feed(now, value)
            if level.begins:
                self._judge(who[0], name, seen, shift, now, clock)

    def keep(self, live: Iterable[tuple[str, int]], now: float = 0.0) -> None:
        """Forget all instances but these, and what was told long ago; what hours are used to stays."""
        kept = set(live)
        self._instances = {who: seen for who, seen in self._instances.items() if who in kept}
        names = {name for name, _ in kept}
        self._news = {key: each for key, each in self._news.items() if key[0] in names and now - each[0] < NEWS}

    def forget(self, service: str) -> None:
        """What a service is used to, that there is no more."""
        self._seasons.pop(service, None)

    @property
    def news(self) -> dict[str, dict[str, dict[str, object]]]:
        """What was told within the last hour and still holds, by service and figure."""
        found = dict[str, dict[str, dict[str, object]]]()
        for (service, name), (_, facts) in self._news.items():
            found.setdefault(service, {})[name] = facts
        return found

    def plain(self) -> dict[str, Any]:
        """What services are used to, to be kept as JSON."""
        return {
            name: {figure: season.plain() for figure, season in seasons.items()}
            for name, seasons in self._seasons.items()
        }

    def restore(self, plain: Any) -> None:
        """What an earlier supervisor kept; raises `ValueError` for what is not such, and knows nothing then."""
        try:
            self._seasons = {
                str(name): {figure: Season.restored(each) for figure, each in seasons.items() if figure in FLOORS}
                for name, seasons in plain.items()
            }
        except (AttributeError, TypeError) as error:
            raise ValueError(str(error)) from error

    def _judge(self, who: str, name: str, seen: _Instance, shift: Shift | None, now: float, clock: float) -> None:
        """What the last minute of a figure shows is told, unless it is usual at its hour."""
        season = self._seasons.setdefault(who, {}).setdefault(name, Season())
        values, usual = seen.levels[name].newest(LASTING), season.usual(clock)
        if values:
            season.feed(clock, values[-1])
        outside = [_outside(value, usual, FLOORS[name]) for value in values]
        if shift:
            expected = usual is not None and not _outside(shift.after, usual, FLOORS[name])
            if shift.back and name not in seen.untold:
                self._say(who, _shifted(name, shift, usual, now, clock), now, over=True)
            elif not expected:
                self._say(who, _shifted(name, shift, usual, now, clock), now)
            elif season.away:
                self._say(who, _unusual(name, shift.after, usual, "again as usual"), now, over=True)
            (seen.untold.add if expected else seen.untold.discard)(name)
            season.away = usual is not None and not expected
        elif season.away and usual is not None and len(values) >= AFTER and not any(outside[-AFTER:]):
            season.away = False
            self._say(who, _unusual(name, median(values), usual, "again as usual"), now, over=True)
        elif not season.away and len(values) == LASTING and abs(sum(outside)) == LASTING:
            season.away = True
            self._say(who, _unusual(name, median(values), usual, "not as usual"), now)

    def _say(self, who: str, facts: dict[str, object], now: float, *, over: bool = False) -> None:
        self.tell(who, facts)
        self._news.pop((who, str(facts["what"])), None)
        if not over:
            self._news[who, str(facts["what"])] = now, facts


def _outside(value: float, usual: Range, floor: float) -> int:
    """1 for far above what is usual, -1 for far below, 0 for neither, and while it is not known."""
    if usual is None:
        return 0
    low, high = usual
    return (value - high >= matter(high, floor)) - (low - value >= matter(low, floor))


def _shifted(name: str, shift: Shift, usual: Range, now: float, clock: float) -> dict[str, object]:
    ago = now - shift.since
    at = time.strftime("%H:%M", time.localtime(clock - ago))
    how = f"is back at {_told(name, shift.after)} since {at}, from {_told(name, shift.before)}"
    if not shift.back:
        how = f"went from {_told(name, shift.before)} to {_told(name, shift.after)} at {at}, and stays"
    facts: dict[str, object] = {"before": round(shift.before, 3), "after": round(shift.after, 3)}
    facts |= {"since": _moment(clock - ago), "seconds_ago": round(ago), "back": shift.back}
    return {"what": name, **facts, "usual": usual and list(usual), "why": f"{name} {how}{_hour(name, usual)}"}


def _unusual(name: str, value: float, usual: Range, words: str) -> dict[str, object]:
    why = f"{name} is {words}, at {_told(name, value)}{_hour(name, usual)}"
    return {
        "what": name,
        "after": round(value, 3),
        "back": words != "not as usual",
        "usual": usual and list(usual),
        "why": why,
    }


def _hour(name: str, usual: Range) -> str:
    return f" (usual at this hour: {_told(name, usual[0])} to {_told(name, usual[1])})" if usual else ""


def _told(name: str, value: float) -> str:
    factor, unit = UNITS.get(name, (1.0, ""))
    return f"{factor * value:.0f}{unit}"


def _moment(clock: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(clock))
