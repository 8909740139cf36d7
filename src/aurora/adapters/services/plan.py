"""`plan.toml` as phases of a rollout; what cannot be used is refused."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.services.read import read_text
from aurora.adapters.services.values import RefusedError, command, is_a, number, table, text, words
from aurora.model.errors import BadInputError
from aurora.model.rollout import Gate, Stage


def read_plan(path: Path) -> tuple[Stage, ...]:
    """The phases of a plan, in order; raises `BadInputError`."""
    try:
        given = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"this is not TOML: {error}.", where=str(path)) from None
    phases = given.get("phases")
    if not isinstance(phases, list) or not phases:
        raise BadInputError("it has no phase.", where=str(path), next_step="Expected tables [[phases]].")
    found = []
    for place, each in enumerate(phases, start=1):
        try:
            found.append(_stage(path.resolve().parent, place, each))
        except RefusedError as wrong:
            where = f"{path}, phase {place}"
            raise BadInputError(f"{wrong.what}.", where=where, next_step=f"Expected {wrong.expected}.") from None
    return tuple(found)


def _stage(home: Path, place: int, given: Any) -> Stage:
    readers: Mapping[str, Callable[[str, Any], Any]] = {
        "name": text, "file": text, "run": command, "databases": words, "gates": _gates, "seconds": number,
        "window": number, "interval": number,
    }  # fmt: skip
    facts = {"name": f"phase {place}", **table("phases", given, readers)}
    if "file" not in facts:
        raise RefusedError("file", "a phase has no file", 'file = "aurora.next.toml"')
    if not facts.get("interval", 1):
        raise RefusedError("interval", "interval must be above 0", "seconds")
    facts["file"] = home / facts["file"]
    facts["databases"] = tuple(home / each for each in facts.get("databases", ()))
    return Stage(**facts)


def _gates(key: str, value: Any) -> tuple[Gate, ...]:
    readers = {"url": text, "status": is_a(int, "a number"), "fields": is_a(dict, "a table"), "slower": number}
    if not isinstance(value, list):
        raise RefusedError(key, f"gates is {value!r}", "a list of tables with a url")
    gates = [Gate(**{"url": "", **table(key, each, readers)}) for each in value]
    for gate in gates:
        if not gate.url.startswith(("http://127.0.0.1:", "http://localhost:")):
            raise RefusedError(key, f"the url of a gate is {gate.url!r}", '"http://127.0.0.1:PORT/PATH"')
    return tuple(gates)
