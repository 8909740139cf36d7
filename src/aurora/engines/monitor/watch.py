"""What one instance uses, sample by sample: the rules that it breaks, and what will be full."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from math import isfinite
from typing import Protocol

from aurora.contracts.supervision import Foreseen, Loaded
from aurora.engines.monitor.ceiling import SHARE, Figure, Watcher, figures
from aurora.engines.monitor.forecast import Caution, Forecast, Forecaster
from aurora.engines.monitor.load import Load
from aurora.model.service import Service

FULL = {"memory": "memory full", "descriptors": "descriptors used up", "threads": "threads used up"}
HASTE = Caution(block=5.0, longest=24, growth=0.1, cycle=1)  # for an end that is minutes away
MINUTES = 120.0  # seconds from which on a span is told in minutes


class Used(Protocol):
    """One sample of a process."""

    @property
    def cpu_seconds(self) -> float:
        """Processor time so far."""

    @property
    def memory_mb(self) -> float:
        """Resident memory in MiB."""

    @property
    def threads(self) -> int:
        """Its threads."""


@dataclass(slots=True)
class _Watched:
    watcher: Watcher
    forecasters: dict[str, Forecaster] = field(default_factory=dict)
    hasty: Forecaster | None = None
    forecasts: dict[str, Forecast] = field(default_factory=dict)
    load: Load = field(default_factory=Load)


@dataclass(slots=True)
class Monitor:
    """Watches instances, each by the name of its service and its number.

    `tell` hears of a new forecast; `say` of what a service that is restarted ahead of it is to be judged by.
    """

    tell: Callable[[str, dict[str, object]], object]
    say: Callable[[Foreseen | Loaded], object]
    _watched: dict[tuple[str, int], _Watched] = field(default_factory=dict)

    def breach(self, service: Service, epoch: int, now: float, used: Used, descriptors: int) -> tuple[str, str] | None:
        """Take in a sample; returns the rule that the instance breaks, and why."""
        who, ceiling = (service.name, epoch), service.ceiling
        watched = self._watched.get(who)
        if watched is None or watched.watcher.ceiling != ceiling:
            watched = self._watched[who] = _begun(service, now)
        sample = figures(ceiling, used.memory_mb, descriptors, used.threads)
        found = _forecasts(watched, now, sample)
        for rule in found.keys() - watched.forecasts.keys():
            self.tell(service.name, _facts(rule, found[rule], held=service.foreseen is not None))
        if service.foreseen:
            self._foresee(watched, who, now, used.cpu_seconds, found, sample)
        watched.forecasts = found
        broken = watched.watcher.breach(now, used.memory_mb, descriptors, used.threads)
        return broken or _hasty(watched, now, used.memory_mb)

    def keep(self, live: Iterable[tuple[str, int]]) -> None:
        """Forget all instances but these."""
        kept = set(live)
        self._watched = {who: watched for who, watched in self._watched.items() if who in kept}

    @property
    def forecasts(self) -> dict[str, dict[str, Forecast]]:
        """The forecasts that stand, by what will be full and by service."""
        return {
            words: {name: each.forecasts[rule] for (name, _), each in self._watched.items() if rule in each.forecasts}
            for rule, words in FULL.items()
        }

    def _foresee(
        self,
        watched: _Watched,
        who: tuple[str, int],
        now: float,
        cpu_seconds: float,
        found: Mapping[str, Forecast],
        sample: tuple[Figure, ...],
    ) -> None:
        before = watched.forecasts
        if any(found.get(rule) is not before.get(rule) for rule in FULL):
            ends = [(_end(each, now, found[each.rule]), each.rule) for each in sample if each.rule in found]
            at, rule = min(ends, default=(None, ""))
            gone = " and ".join(sorted(before)) or "nothing"
            self.say(Foreseen(*who, at, sentence(rule, found[rule]) if rule else f"{gone} does not grow any more"))
        load, usual = watched.load.feed(now, cpu_seconds), watched.load.usual
        if found and load is not None and usual is not None:
            self.say(Loaded(*who, load, usual))


def _begun(service: Service, now: float) -> _Watched:
    ceiling = service.ceiling
    watched = _Watched(Watcher(ceiling, now))
    watched.forecasters = {each.rule: Forecaster(each.limit) for each in figures(ceiling, 0.0, 0, 0)}
    if ceiling.soon and ceiling.memory_mb:
        watched.hasty = Forecaster(ceiling.memory_mb, replace(HASTE, horizon=ceiling.soon))
    return watched


def _forecasts(watched: _Watched, now: float, sample: tuple[Figure, ...]) -> dict[str, Forecast]:
    fed = ((each.rule, watched.forecasters[each.rule].feed(now, each.used)) for each in sample)
    return {rule: told for rule, told in fed if told}


def _hasty(watched: _Watched, now: float, memory_mb: float) -> tuple[str, str] | None:
    """The rule by rate: memory that grows so fast that it is full within the time that the service allows."""
    told = watched.hasty.feed(now, memory_mb) if watched.hasty else None
    return ("memory", f"{sentence('memory', told)}, at {memory_mb:.0f} MiB now") if told else None


def _facts(rule: str, told: Forecast, *, held: bool) -> dict[str, object]:
    """What the event of a forecast says; `held` is whether a restart waits for a quiet moment."""
    high = told.high if isfinite(told.high) else None
    return {"what": FULL[rule], **asdict(told), "high": high, "why": sentence(rule, told), "held": held}


def _end(figure: Figure, now: float, told: Forecast) -> float:
    """The earliest moment at which the growth reaches the share of the limit that ends the instance."""
    left = max(0.0, figure.limit - figure.used)
    until = max(0.0, SHARE * figure.limit - figure.used)
    return now + (told.low * until / left if left else 0.0)


def sentence(rule: str, told: Forecast) -> str:
    """A forecast in words: "memory full in 12 min (9 to 17)"."""
    return f"{FULL[rule]} in {span(told)}"


def span(told: Forecast) -> str:
    """The time of a forecast in words: "12 min (9 to 17)"."""
    size, unit = (60.0, "min") if told.seconds >= MINUTES else (1.0, "s")
    high = f"to {told.high / size:.0f}" if isfinite(told.high) else "or later"
    return f"{told.seconds / size:.0f} {unit} ({told.low / size:.0f} {high})"
