"""Metrics Collector: counters and histograms in one registry, read as Prometheus reads them.

Drill: a collector that raises is registered, so that nothing can be read any more; it is found and taken out.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned


class Meters:
    """The registry and what registered in it."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        """`registry` is the one of the process; left out, one of its own."""
        self.registry = registry or CollectorRegistry()
        self.asked = Counter("aurora_collector_asked", "How often the collector was asked.", registry=self.registry)
        self.seconds = Histogram("aurora_collector_seconds", "How long that took.", registry=self.registry)
        self.guests: list[Collector] = []

    def register(self, collector: Collector) -> None:
        """Take a collector in."""
        self.registry.register(collector)
        self.guests.append(collector)

    def close(self) -> None:
        """Take out what this collector registered."""
        for collector in (self.asked, self.seconds, *self.guests):
            self.registry.unregister(collector)

    def purge(self) -> "Meters":
        """Take those out that cannot be read."""
        for collector in list(self.guests):
            try:
                list(collector.collect())
            except Exception:  # noqa: BLE001 - whatever a collector raises, it is of no use
                self.registry.unregister(collector)
                self.guests.remove(collector)
        return self


class _Broken(Collector):
    def collect(self) -> Iterator[Metric]:
        raise OSError("the sensor is gone")


@component("C28")
def metrics_collector(house: House) -> Living:
    """A registry of its own, or that of the server."""
    return Owned(Care(Meters, _wrong, _break, _figures, mend=Meters.purge), house.loan)


def _wrong(meters: Meters) -> str:
    with meters.seconds.time():
        meters.asked.inc()
        text = generate_latest(meters.registry.restricted_registry(["aurora_collector_asked_total"])).decode()
    for guest in tuple(meters.guests):
        list(guest.collect())
    return "" if "aurora_collector_asked_total" in text else "the counter is not in what is read"


def _break(meters: Meters) -> str:
    meters.register(_Broken())
    return "a collector that raises was registered"


def _figures(meters: Meters) -> dict[str, float]:
    return {"collectors": 2 + len(meters.guests), "asked": meters.asked._value.get()}
