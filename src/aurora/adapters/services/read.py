"""`aurora.toml` as services; what cannot be used is refused with its line."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from aurora.adapters.services.values import READERS, RefusedError
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.service import NEEDING_PORT, Service

FIELDS = {"restart": "policy", "stop": "ending", "limits": "ceiling"}  # of a service, where its key is called otherwise
FORKED = '"{python}"', '"-m"', '"MODULE"'  # how the command of a shared service begins
NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")


def read_services(path: Path) -> tuple[Service, ...]:
    """The services of a file, by name in its order; raises `BadInputError` with file and line."""
    return services_in(read_text(path), path)


def read_text(path: Path) -> str:
    """The text of a service file; raises `BadInputError` when it cannot be read."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        advice = "Write one by `aurora init`, or name another with --file."
        raise NotFoundError("service file", str(path), next_step=advice) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"it cannot be read: {error}.", where=str(path)) from None


@lru_cache(maxsize=1)
def tables_in(text: str) -> Mapping[str, Any]:
    """The tables of a text, not to be changed: several readers of a file ask for their own; raises as `tomllib`."""
    return tomllib.loads(text)


def services_in(text: str, path: Path) -> tuple[Service, ...]:
    """The services of the text of a file that is, or was, at `path`; raises as `read_services` does."""
    try:
        given = tables_in(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise BadInputError(f"this is not TOML: {error}.", where=f"{path}:{line[1] if line else 1}") from None
    tables = given.get("services")
    if not isinstance(tables, dict) or not tables:
        expected = "Expected a table [services.NAME] with a command for each service."
        raise BadInputError("it names no service.", where=f"{path}:1", next_step=expected)
    home = path.resolve().parent
    services = {name: _read_one(path, home, text, name, table) for name, table in tables.items()}
    _check_dependencies(path, text, services)
    return tuple(services.values())


def _read_one(path: Path, home: Path, text: str, name: str, table: object) -> Service:
    try:
        return _service(home, name, table)
    except RefusedError as wrong:
        raise _refusal(path, text, name, wrong) from None


def _refusal(path: Path, text: str, name: str, wrong: RefusedError) -> BadInputError:
    where = f"{path}:{_line(text, name, wrong.key)}"
    return BadInputError(f"service {name!r}: {wrong.what}.", where=where, next_step=f"Expected {wrong.expected}.")


def _service(home: Path, name: str, table: Any) -> Service:
    if not NAME.fullmatch(name):
        raise RefusedError("", f"{name!r} is no name for a service", "lower-case letters, digits, dashes")
    if not isinstance(table, dict):
        raise RefusedError("", f"{name!r} is not a table", f"[services.{name}]")
    for key in table:
        if key not in READERS:
            raise RefusedError(key, f"unknown key {key!r}", f"one of {', '.join(READERS)}")
    facts: dict[str, Any] = {FIELDS.get(key) or key: READERS[key](key, value) for key, value in table.items()}
    if "command" not in facts:
        raise RefusedError("", "has no command", 'command = "program argument" or ["program", "argument"]')
    facts["folder"] = (home / facts["folder"]).resolve() if "folder" in facts else home
    service = Service(name, **facts)
    _check_alone(service)
    return service


def _check_alone(service: Service) -> None:
    for key, asked in (("ready", service.ready), ("health", service.health), ("tell", service.tell)):
        if asked and asked.kind in NEEDING_PORT and not service.port:
            raise RefusedError(key, f"{key} by {asked.kind} needs a port, and there is none", "port = NUMBER")
    if service.shared and (service.command[:2] != ("{python}", "-m") or len(service.command) < len(FORKED)):
        raise RefusedError("shared", "its command cannot be forked", f"command = [{', '.join(FORKED)}, ...]")


def _check_dependencies(path: Path, text: str, services: Mapping[str, Service]) -> None:
    for service in services.values():
        for dependency in service.depends_on:
            if dependency.name not in services:
                wrong = RefusedError("depends_on", f"there is no service {dependency.name!r}", "one of this file")
                raise _refusal(path, text, service.name, wrong)
    cycle = find_cycle({name: [each.name for each in one.depends_on] for name, one in services.items()})
    if cycle:
        wrong = RefusedError("depends_on", f"a cycle: {' -> '.join(cycle)}", "dependencies that end somewhere")
        raise _refusal(path, text, cycle[0], wrong)


def find_cycle(needs: Mapping[str, list[str]]) -> list[str]:
    """Names that need each other, the first one again at the end; empty when there are none. By depth-first search."""
    done: set[str] = set()
    for start in needs:
        path: list[str] = []
        ahead: list[tuple[str, bool]] = [(start, True)]
        while ahead:
            name, entering = ahead.pop()
            if not entering:
                done.add(path.pop())
            elif name in path:
                return [*path[path.index(name) :], name]
            elif name not in done:
                path.append(name)
                ahead.append((name, False))
                ahead += [(each, True) for each in needs.get(name, ())]
    return []


def _line(text: str, name: str, key: str) -> int:
    """The line of a key of a service, else of its table, else the first."""
    inside = False
    table = 1
    header = re.compile(rf"""\s*\[services\.["']?{re.escape(name)}["']?(?:\.([\w-]+))?""")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("["):
            found = header.match(line)
            inside = found is not None
            if found and (not found[1] or found[1] == key):
                table = number
                if found[1]:
                    return number
        elif inside and key and re.match(rf"\s*{re.escape(key)}\s*[.=]", line):
            return number
    return table
