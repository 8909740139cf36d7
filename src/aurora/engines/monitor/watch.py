"""What one instance uses, sample by sample: the rules that it breaks, and what will be full."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Protocol

from aurora.engines.monitor.ceiling import Watcher
from aurora.engines.monitor.forecast import Forecast, Forecaster
from aurora.model.service import Ceiling


class Used(Protocol):
    """One sample of a process."""

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


@dataclass(slots=True)
class Monitor:
    """Watches instances, each by the name of its service and its number; `tell` hears of a new forecast."""

    tell: Callable[[str, dict[str, object]], object]
    _watched: dict[tuple[str, int], _Watched] = field(default_factory=dict)

    def breach(
        self, who: tuple[str, int], ceiling: Ceiling, now: float, used: Used, descriptors: int
    ) -> tuple[str, str] | None:
        """Take in a sample; returns the rule that the instance breaks, and why."""
        watched = self._watched.get(who)
        if watched is None:
            forecaster = Forecaster(ceiling.memory_mb) if ceiling.memory_mb else None
            watched = self._watched[who] = _Watched(Watcher(ceiling, now), forecaster)
        if watched.forecaster:
            told = watched.forecaster.feed(now, used.memory_mb)
            if told and not watched.forecast:
                self.tell(who[0], {"what": "memory full", **asdict(told)})
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
