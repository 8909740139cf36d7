"""Incidents: what belongs together among the events of a service, so that people are told once and not each time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

WARNING, CRITICAL = "warning", "critical"
SEVERITY = {
    "service.failed": WARNING,
    "service.hung": WARNING,
    "service.breached": WARNING,
    "service.predicted": WARNING,
    "heal.escalated": CRITICAL,
    "service.parked": CRITICAL,
}
ENDS = frozenset({"service.stable", "service.stopped", "service.done"})
ADVICE = "heal.suggested"


@dataclass(frozen=True, slots=True)
class Incident:
    """A service that is in trouble, from the first event that told of it to the one that ends it."""

    service: str
    severity: str
    why: str
    seq: int  # of the event that opened it
    events: int = 1
    told: float = 0.0  # when it was last told, seconds since the epoch; 0: not yet
    predicted: bool = False  # nothing has failed yet


@dataclass(frozen=True, slots=True)
class Alert:
    """What somebody is told about an incident: `kind` is opened, worsened, advice, lasts or resolved."""

    kind: str
    incident: Incident
    text: str


Open = Mapping[str, Incident]


def fold(incidents: Open, event: Mapping[str, Any], now: float, least: str = WARNING) -> tuple[Open, tuple[Alert, ...]]:
    """The open incidents after an event, and what is told of it; less than `least` is kept and told to nobody."""
    type_, data = event["type"], event["data"]
    name = str(data.get("service") or event["subject"])
    known = incidents.get(name)
    if type_ in SEVERITY:
        incident, alert = _troubled(known, name, type_, event)
    elif known and (type_ in ENDS or (type_ == "service.healthy" and known.predicted)):
        rest = {other: each for other, each in incidents.items() if other != name}
        return rest, (Alert("resolved", known, _ended(type_, known)),) if known.told else ()
    elif known and type_ == ADVICE and data.get("fixes"):
        incident, alert = known, Alert("advice", known, _advice(data["fixes"]))
    else:
        return incidents, ()
    heard = alert is not None and (incident.severity == CRITICAL or least == WARNING)
    if heard:
        incident = replace(incident, told=now)
        alert = replace(alert, incident=incident) if alert else None
    return {**incidents, name: incident}, (alert,) if alert and heard else ()


def lasting(incidents: Open, now: float, remind: float) -> tuple[Open, tuple[Alert, ...]]:
    """Those incidents again that were told `remind` seconds ago and have not ended; never when it is 0."""
    due = {name: each for name, each in incidents.items() if remind and each.told and now - each.told >= remind}
    again = {name: replace(each, told=now) for name, each in due.items()}
    return {**incidents, **again}, tuple(Alert("lasts", each, f"still: {each.why}") for each in again.values())


def _troubled(known: Incident | None, name: str, type: str, event: Mapping[str, Any]) -> tuple[Incident, Alert | None]:
    severity, why = SEVERITY[type], str(event["data"].get("why") or type)
    predicted = type == "service.predicted"
    if known is None:
        opened = Incident(name, severity, why, int(event["seq"]), predicted=predicted)
        return opened, Alert("opened", opened, "\n".join([f"{type}: {why}", *_evidence(event)]))
    worse = severity == CRITICAL and known.severity != CRITICAL
    now = replace(
        known, severity=CRITICAL if worse else known.severity, why=why, events=known.events + 1,
        predicted=known.predicted and predicted,
    )  # fmt: skip
    return now, Alert("worsened", now, "\n".join([f"{type}: {why}", *_evidence(event)])) if worse else None


def _evidence(event: Mapping[str, Any]) -> Iterator[str]:
    if event["data"].get("advice"):
        yield str(event["data"]["advice"])
    for line in event["data"].get("log", ())[-5:]:
        yield f"| {line}"


def _ended(type: str, incident: Incident) -> str:
    how = {"service.stopped": "it was stopped", "service.done": "it ended as it should"}.get(type, "it is well again")
    return f"{how}, after {incident.events} events"


def _advice(fixes: list[Mapping[str, Any]]) -> str:
    return "\n".join(["what helped before:", *(f"- {each['title']} ({each['link']})" for each in fixes)])
