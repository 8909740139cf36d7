"""Metrics Collector: counters and histograms in one registry, read as Prometheus reads them.

Drill: a collector that raises is registered, so that nothing can be read any more; it is found and taken out.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from aurora.contracts.living import Care, House, Living, Owned, component


class Meters:
    """The registry and what registered in it."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.asked = Counter("component_asked", "how often it was asked", registry=self.registry)
        self.seconds = Histogram("component_seconds", "how long that took", registry=self.registry)
        self.guests: list[Collector] = []

    def register(self, collector: Collector) -> None:
        """Take a collector in."""
        self.registry.register(collector)
        self.guests.append(collector)

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
def metrics_collector(_house: House) -> Living:
    """A registry of its own."""
    return Owned(Care(Meters, _wrong, _break, _figures, mend=Meters.purge))


def _wrong(meters: Meters) -> str:
    with meters.seconds.time():
        meters.asked.inc()
        text = generate_latest(meters.registry).decode()
    return "" if "component_asked_total" in text else "the counter is not in what is read"


def _break(meters: Meters) -> str:
    meters.register(_Broken())
    return "a collector that raises was registered"


def _figures(meters: Meters) -> dict[str, float]:
    return {"collectors": 2 + len(meters.guests), "bytes": len(generate_latest(meters.registry))}
