"""Figures of a supervisor as Prometheus reads them (text format 0.0.4)."""

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from aurora.engines.luminar.state import Phase
from aurora.engines.monitor.forecast import Forecast

Predictions: TypeAlias = Mapping[str, Mapping[str, Forecast]]
Shifts: TypeAlias = Mapping[str, Mapping[str, Mapping[str, object]]]
_FIGURES: tuple[tuple[str, str, str, str, float], ...] = (
    ("starts_total", "counter", "starts", "instances that were started", 1.0),
    ("failures", "gauge", "failures", "failures in a row", 1.0),
    ("memory_bytes", "gauge", "memory_mb", "resident memory", 1_048_576.0),
    ("cpu_seconds_total", "counter", "cpu_seconds", "processor time of the instance", 1.0),
    ("threads", "gauge", "threads", "threads", 1.0),
    ("descriptors", "gauge", "descriptors", "open files, of services that have a limit of them", 1.0),
    ("response_seconds", "gauge", "response_ms", "how long the last good answers to health checks took", 0.001),
)


def exposition(
    services: Iterable[Mapping[str, Any]], predictions: Predictions, events: int, shifts: Shifts | None = None
) -> str:
    """One text with what is true now; what was not measured is left out."""
    return "\n".join([*_lines(list(services), predictions, shifts or {}, events), ""])


def _lines(services: list[Mapping[str, Any]], predictions: Predictions, shifts: Shifts, events: int) -> Iterator[str]:
    yield from _head("service_phase", "gauge", "1 for the phase that a service is in")
    for each in services:
        for phase in Phase:
            told = f'{_named(each["name"])},phase="{phase}"'
            yield f"luminar_service_phase{{{told}}} {int(each['phase'] == phase)}"
    yield from _head("service_wanted", "gauge", "whether a service should run")
    for each in services:
        yield f"luminar_service_wanted{{{_named(each['name'])}}} {int(each['wanted'])}"
    for name, kind, field, words, factor in _FIGURES:
        yield from _head(f"service_{name}", kind, words)
        for each in services:
            if each.get(field) is not None:
                yield f"luminar_service_{name}{{{_named(each['name'])}}} {each[field] * factor!r}"
    yield from _foreseen(predictions)
    yield from _shifted(shifts)
    yield from _head("events_total", "counter", "events in the journal")
    yield f"luminar_events_total {events}"
    yield from _head("scrape_timestamp_seconds", "gauge", "when this was written")
    yield f"luminar_scrape_timestamp_seconds {time.time():.3f}"


def _foreseen(predictions: Predictions) -> Iterator[str]:
    for what, forecasts in predictions.items():
        name = f"{what.replace(' ', '_')}_seconds"
        yield from _head(name, "gauge", f"seconds until it is so of a service, as predicted: {what}")
        for service, forecast in forecasts.items():
            yield f"luminar_{name}{{{_named(service)}}} {forecast.seconds:g}"


def _shifted(shifts: Shifts) -> Iterator[str]:
    words = "1 for a figure that went to another level within the last hour, or is not as it usually is at this hour"
    yield from _head("service_shifted", "gauge", words)
    for service, figures in shifts.items():
        for what in figures:
            yield f'luminar_service_shifted{{{_named(service)},what="{what}"}} 1'


def _head(name: str, kind: str, words: str) -> Iterator[str]:
    yield f"# HELP luminar_{name} {words}"
    yield f"# TYPE luminar_{name} {kind}"


def _named(service: str) -> str:
    return f'service="{service}"'
