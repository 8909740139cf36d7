"""The tables `[autonomy]`, `[alerts]` and `[journal]` of `aurora.toml`; what cannot be used is refused."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from aurora.adapters.services.source import Source
from aurora.adapters.services.values import LOG_READERS, RefusedError, is_a, number, table, text, words
from aurora.model.autonomy import Alerts, Autonomy, Rule
from aurora.model.service import JOURNAL, LogRule

DEEDS = ("restart", "analyze", "repair", "note")
PROCESSES = (
    "quality-scan", "enhance", "lint-fix", "dependency-update", "optimise", "test-generation", "documentation",
    "backup", "notify",
)  # fmt: skip
LEASTS = ("warning", "critical")
_SPAN = re.compile(r"(\d+(?:\.\d+)?) ?(s|min|h|d)")
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3_600.0, "d": 86_400.0}


def read_autonomy(path: Path) -> Autonomy:
    """What the systems may do, by a service file; raises `BadInputError`."""
    readers: Mapping[str, Callable[[str, Any], Any]] = {
        "enabled": is_a(bool, "true or false"), "watch": words, "apply": is_a(bool, "true or false"), "repair": words,
        "gate": text, "seconds": number, "jobs_per_hour": is_a(int, "a number"), "pause": _span, "targets": words,
        "rules": _rules, "processes": _processes,
    }  # fmt: skip
    facts = _table(path, "autonomy", readers)
    home = path.resolve().parent
    facts["watch"] = tuple((home / each).resolve() for each in facts.get("watch", ()))
    return Autonomy(**facts)


def read_alerts(path: Path) -> Alerts:
    """Who is told of incidents, by a service file; raises `BadInputError`."""
    readers: Mapping[str, Callable[[str, Any], Any]] = {
        "log": is_a(bool, "true or false"), "webhooks": _addresses, "desktop": is_a(bool, "true or false"),
        "least": _least, "remind": _span, "hold": _span,
    }  # fmt: skip
    return Alerts(**_table(path, "alerts", readers))


def read_journal(path: Path) -> LogRule:
    """How long the events of the supervisor are kept, and in what, by a service file; raises `BadInputError`."""
    return replace(JOURNAL, **_table(path, "journal", LOG_READERS))


def _table(path: Path, name: str, readers: Mapping[str, Callable[[str, Any], Any]]) -> dict[str, Any]:
    source = Source.read(path)
    try:
        return table(name, source.given.get(name, {}), readers)
    except RefusedError as wrong:
        raise source.refusal(wrong) from None


def _span(key: str, value: Any) -> float:
    """Seconds, or a text such as "30 min"."""
    if not isinstance(value, str):
        return number(key, value)
    found = _SPAN.fullmatch(value.strip())
    if not found:
        raise RefusedError(key, f"{key} is {value!r}", 'seconds, or a text such as "30 min", "24 h", "7 d"')
    return float(found[1]) * _SECONDS[found[2]]


def _processes(key: str, value: Any) -> dict[str, float]:
    return table(key, value, dict.fromkeys(PROCESSES, _span))


def _rules(key: str, value: Any) -> tuple[Rule, ...]:
    if not isinstance(value, list):
        raise RefusedError(key, f"rules is {value!r}", "tables [[autonomy.rules]]")
    return tuple(_rule(key, each, number) for number, each in enumerate(value, start=1))


def _rule(key: str, value: Any, number: int) -> Rule:
    try:
        facts = table(key, value, {"when": text, "do": text, "service": text})
    except RefusedError as wrong:
        raise RefusedError(key, wrong.what, wrong.expected, (str(number), *wrong.inner)) from None
    if not facts.get("when") or facts.get("do") not in DEEDS:
        raise RefusedError(
            key,
            f"a rule is {facts!r}",
            f'when = "heal.escalated" and do = one of {", ".join(DEEDS)}',
            (str(number), "do"),
        )
    return Rule(**facts)


def _addresses(key: str, value: Any) -> tuple[str, ...]:
    found = words(key, value)
    for each in found:
        if not each.startswith(("http://", "https://")):
            raise RefusedError(key, f"{each!r} is no address", '"https://HOST/PATH"')
    return found


def _least(key: str, value: Any) -> str:
    if value not in LEASTS:
        raise RefusedError(key, f"{key} is {value!r}", f"one of {', '.join(LEASTS)}")
    return str(value)
