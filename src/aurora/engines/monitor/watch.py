"""What one instance uses, sample by sample: the rules that it breaks, and what will be full."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from math import isfinite
from typing import Protocol

from aurora.contracts.supervision import Foreseen, Loaded
from aurora.engines.monitor.ceiling import SHARE, Watcher
from aurora.engines.monitor.forecast import Forecast, Forecaster
from aurora.engines.monitor.load import Load
from aurora.model.service import Ceiling, Service


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
    forecaster: Forecaster | None
    forecast: Forecast | None = None
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
            forecaster = Forecaster(ceiling.memory_mb) if ceiling.memory_mb else None
            watched = self._watched[who] = _Watched(Watcher(ceiling, now), forecaster)
        if watched.forecaster:
            told = watched.forecaster.feed(now, used.memory_mb)
            if told and not watched.forecast:
                self.tell(service.name, _facts(told, held=service.foreseen is not None))
            if service.foreseen:
                self._foresee(watched, who, now, used, told)
            watched.forecast = told
        return watched.watcher.breach(now, used.memory_mb, descriptors, used.threads)

    def keep(self, live: Iterable[tuple[str, int]]) -> None:
        """Forget all instances but these."""
        kept = set(live)
        self._watched = {who: watched for who, watched in self._watched.items() if who in kept}

    @property
    def forecasts(self) -> dict[str, Forecast]:
        """The forecasts that stand, by service."""
        return {name: each.forecast for (name, _), each in self._watched.items() if each.forecast}

    def _foresee(self, watched: _Watched, who: tuple[str, int], now: float, used: Used, told: Forecast | None) -> None:
        if told is not watched.forecast:
            self.say(Foreseen(*who, _end(watched.watcher.ceiling, now, used, told), _sentence(told)))
        load, usual = watched.load.feed(now, used.cpu_seconds), watched.load.usual
        if told and load is not None and usual is not None:
            self.say(Loaded(*who, load, usual))


def _facts(told: Forecast, *, held: bool) -> dict[str, object]:
    """What the event of a forecast says; `held` is whether a restart waits for a quiet moment."""
    high = told.high if isfinite(told.high) else None
    return {"what": "memory full", **asdict(told), "high": high, "why": _sentence(told), "held": held}


def _end(ceiling: Ceiling, now: float, used: Used, told: Forecast | None) -> float | None:
    """The earliest moment at which the growth reaches the share of the limit that ends the instance."""
    if told is None:
        return None
    left = max(0.0, ceiling.memory_mb - used.memory_mb)
    until = max(0.0, SHARE * ceiling.memory_mb - used.memory_mb)
    return now + (told.low * until / left if left else 0.0)


def _sentence(told: Forecast | None) -> str:
    if told is None:
        return "memory does not grow any more"
    high = f"to {told.high / 60:.0f}" if isfinite(told.high) else "or later"
    return f"memory full in {told.seconds / 60:.0f} min ({told.low / 60:.0f} {high})"
