"""Incidents: what belongs together among the events of a service, so that people are told once and not each time.

An incident ends when its service has been well for a while (as `keep_firing_for` of Prometheus's alerts): what fails,
heals and fails again is one incident, however often it does. A figure of a service that went to another level is an
incident of its own, which ends with its return, or when nothing else was told of it for an hour: that is its level.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

WARNING, CRITICAL = "warning", "critical"
SEVERITY = {
    "service.failed": WARNING,
    "service.hung": WARNING,
    "service.breached": WARNING,
    "service.predicted": WARNING,
    "service.shifted": WARNING,
    "disk.predicted": WARNING,
    "disk.low": CRITICAL,
    "disk.silent": WARNING,
    "memory.low": WARNING,
    "heal.escalated": CRITICAL,
    "service.parked": CRITICAL,
}
ENDS: Mapping[str, str] = MappingProxyType(
    {
        "service.stopped": "it was stopped",
        "service.done": "it ended as it should",
        "disk.recovered": "there is room again",
        "memory.recovered": "there is room again",
        "disk.answers": "it answers again",
    }
)
RESTARTED = "it was started anew"
ADVICE = "heal.suggested"
SHIFTED = "service.shifted"
HOUR = 3_600.0  # seconds after which a new level is the usual one


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
    well: float = 0.0  # since when the service has been well again, seconds since the epoch; 0: it is not
    rounds: int = 1  # how often it fell into trouble, well again in between
    figure: str = ""  # of the service, that went to another level
    until: float = 0.0  # when that is usual, if nothing else is told of it, seconds since the epoch; 0: never


@dataclass(frozen=True, slots=True)
class Alert:
    """What somebody is told about an incident: `kind` is opened, worsened, advice, lasts or resolved."""

    kind: str
    incident: Incident
    text: str


Open = Mapping[str, Incident]


def fold(incidents: Open, event: Mapping[str, Any], now: float, least: str = WARNING) -> tuple[Open, tuple[Alert, ...]]:
    """The open incidents after an event, and what is told of it; less than `least` is kept and told to nobody.

    A service that is well again keeps its incident until `settled` ends it; one that somebody stopped does not.
    """
    type_, data = event["type"], event["data"]
    service = str(data.get("service") or event["subject"])
    figure = str(data.get("what", "")) if type_ == SHIFTED else ""
    name = f"{service} {figure}".rstrip()
    known = incidents.get(name)
    if type_ in ENDS:
        over = {key: each for key, each in incidents.items() if each.service == service}
        return _closed(incidents, over, RESTARTED if data.get("again") else ENDS[type_])
    if known and _is_well(known, type_, data):
        incident, alert = replace(known, well=known.well or now), None
    elif type_ in SEVERITY and not data.get("back"):
        incident, alert = _troubled(known, service, type_, event)
        incident = replace(incident, figure=figure, until=now + HOUR if figure else 0.0)
        alert = replace(alert, incident=incident) if alert else None
    elif known and type_ == ADVICE and data.get("fixes"):
        incident, alert = known, Alert("advice", known, _advice(data["fixes"]))
    else:
        return incidents, ()
    heard = alert is not None and (incident.severity == CRITICAL or least == WARNING)
    if heard:
        incident = replace(incident, told=now)
        alert = replace(alert, incident=incident) if alert else None
    return {**incidents, name: incident}, (alert,) if alert and heard else ()


def _is_well(known: Incident, type: str, data: Mapping[str, Any]) -> bool:
    """Whether an event says that the trouble of an incident is over, for now."""
    if known.figure:
        return bool(data.get("back"))
    return type == "service.stable" or (type == "service.healthy" and known.predicted)


def lasting(incidents: Open, now: float, remind: float) -> tuple[Open, tuple[Alert, ...]]:
    """Those incidents again that were told `remind` seconds ago and are not well; never when it is 0."""
    open_ = {name: each for name, each in incidents.items() if each.told and not each.well}
    due = {name: each for name, each in open_.items() if remind and now - each.told >= remind}
    again = {name: replace(each, told=now) for name, each in due.items()}
    return {**incidents, **again}, tuple(Alert("lasts", each, f"still: {each.why}") for each in again.values())


def settled(incidents: Open, now: float, hold: float) -> tuple[Open, tuple[Alert, ...]]:
    """The open incidents without those that have been well for `hold` seconds, or are usual by now; what is told."""
    well = {name: each for name, each in incidents.items() if each.well and now - each.well >= hold}
    usual = {name: each for name, each in incidents.items() if each.until and not each.well and now >= each.until}
    incidents, told = _closed(incidents, well, "it is well again")
    incidents, more = _closed(incidents, usual, "nothing else was told of it for an hour")
    return incidents, told + more


def _closed(incidents: Open, over: Open, how: str) -> tuple[Open, tuple[Alert, ...]]:
    rest = {name: each for name, each in incidents.items() if name not in over}
    return rest, tuple(Alert("resolved", each, _ended(how, each)) for each in over.values() if each.told)


def _troubled(known: Incident | None, name: str, type: str, event: Mapping[str, Any]) -> tuple[Incident, Alert | None]:
    severity, why = SEVERITY[type], str(event["data"].get("why") or type)
    predicted = type == "service.predicted"
    if known is None:
        opened = Incident(name, severity, why, int(event["seq"]), predicted=predicted)
        return opened, Alert("opened", opened, "\n".join([f"{type}: {why}", *_evidence(event)]))
    worse = severity == CRITICAL and known.severity != CRITICAL
    now = replace(
        known, severity=CRITICAL if worse else known.severity, why=why, events=known.events + 1,
        predicted=known.predicted and predicted, well=0.0, rounds=known.rounds + bool(known.well),
    )  # fmt: skip
    return now, Alert("worsened", now, "\n".join([f"{type}: {why}", *_evidence(event)])) if worse else None


def _evidence(event: Mapping[str, Any]) -> Iterator[str]:
    if event["data"].get("advice"):
        yield str(event["data"]["advice"])
    for line in event["data"].get("log", ())[-5:]:
        yield f"| {line}"


def _ended(how: str, incident: Incident) -> str:
    rounds = f" in {incident.rounds} rounds" if incident.rounds > 1 else ""
    events = f"{incident.events} events" if incident.events > 1 else "one event"
    return f"{how}, after {events}{rounds}"


def _advice(fixes: list[Mapping[str, Any]]) -> str:
    return "\n".join(["what helped before:", *(f"- {each['title']} ({each['link']})" for each in fixes)])
