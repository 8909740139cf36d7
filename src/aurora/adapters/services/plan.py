"""`plan.toml` as phases of a rollout; what cannot be used is refused with its line."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.services.source import Source
from aurora.adapters.services.values import RefusedError, command, is_a, number, table, text, words
from aurora.model.rollout import Gate, Limits, Plan, Stage

_count = is_a(int, "a number")


def read_plan(path: Path) -> Plan:
    """The phases of a plan, in order, and its limits; raises `BadInputError`."""
    source = Source.read(path)
    for name in source.given:
        if name not in ("phases", "limits"):
            raise source.refusal(RefusedError(name, f"unknown table {name!r}", "[limits] and [[phases]]"))
    phases = source.given.get("phases")
    if not isinstance(phases, list) or not phases:
        raise source.refusal(RefusedError("phases", "it has no phase", "tables [[phases]]"))
    try:
        limits = _limits("limits", source.given.get("limits", {}))
    except RefusedError as wrong:
        raise source.refusal(wrong) from None
    found = []
    for place, each in enumerate(phases, start=1):
        try:
            found.append(_stage(source.home, place, each, limits))
        except RefusedError as wrong:
            raise source.refusal(wrong, "phases", str(place), about=f"phase {place}: ") from None
    return Plan(tuple(found), limits)


def _limits(key: str, value: Any) -> Limits:
    limits = Limits(**table(key, value, {"parallel": _count, "failures": _count, "seconds": number}))
    if limits.parallel < 0 or limits.failures < 1:
        wrong = "parallel" if limits.parallel < 0 else "failures"
        raise RefusedError(
            key, f"{wrong} is {getattr(limits, wrong)}", "parallel = 0 or more, failures = 1 or more", (wrong,)
        )
    return limits


def _stage(home: Path, place: int, given: Any, limits: Limits) -> Stage:
    readers: Mapping[str, Callable[[str, Any], Any]] = {
        "name": text, "file": text, "run": command, "restart": words, "databases": words, "checkouts": words,
        "gates": _gates, "seconds": number, "window": number, "interval": number,
    }  # fmt: skip
    if not isinstance(given, dict):
        raise RefusedError("", f"it is {given!r}", "a table [[phases]]")
    for key in given:
        if key not in readers:
            raise RefusedError(key, f"unknown key {key!r}", f"one of {', '.join(readers)}")
    facts: dict[str, Any] = {"name": f"phase {place}", "seconds": limits.seconds}
    facts |= {key: readers[key](key, value) for key, value in given.items()}
    if not any(facts.get(key) for key in ("file", "run", "restart")):
        raise RefusedError("", "it changes nothing", 'file = "aurora.next.toml", a command to run, or what to restart')
    if not facts.get("interval", 1):
        raise RefusedError("interval", "interval must be above 0", "seconds")
    facts["file"] = home / facts["file"] if "file" in facts else None
    for key in ("databases", "checkouts"):
        facts[key] = tuple(home / each for each in facts.get(key, ()))
    return Stage(**facts)


def _gates(key: str, value: Any) -> tuple[Gate, ...]:
    readers = {
        "url": text, "status": _count, "fields": is_a(dict, "a table"), "slower": number,
        "post": is_a(dict, "a table"), "has": text,
    }  # fmt: skip
    if not isinstance(value, list):
        raise RefusedError(key, f"gates is {value!r}", "a list of tables with a url")
    gates = [Gate(**{"url": "", **table(key, each, readers)}) for each in value]
    for gate in gates:
        if not gate.url.startswith(("http://127.0.0.1:", "http://localhost:")):
            raise RefusedError(key, f"the url of a gate is {gate.url!r}", '"http://127.0.0.1:PORT/PATH"')
    return tuple(gates)
