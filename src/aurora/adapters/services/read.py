"""`aurora.toml` as services; what cannot be used is refused with its line."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.services.source import Source, read_text
from aurora.adapters.services.values import READERS, RefusedError
from aurora.model.errors import BadInputError
from aurora.model.service import NEEDING_PORT, Service

TABLES = ("services", "autonomy", "alerts", "journal", "temporary")  # of a service file
FIELDS = {"restart": "policy", "stop": "ending", "limits": "ceiling"}  # of a service, where its key is called otherwise
FORKED = '"{python}"', '"-m"', '"MODULE"'  # how the command of a shared service begins
NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")


def read_services(path: Path) -> tuple[Service, ...]:
    """The services of a file, by name in its order; raises `BadInputError` with file and line."""
    return services_in(read_text(path), path)


def services_in(text: str, path: Path) -> tuple[Service, ...]:
    """The services of the text of a file that is, or was, at `path`; raises as `read_services` does."""
    source = Source(path, text)
    for name in source.given:
        if name not in TABLES:
            raise source.refusal(RefusedError(name, f"unknown table {name!r}", f"one of {', '.join(TABLES)}"))
    tables = source.given.get("services")
    if not isinstance(tables, dict) or not tables:
        expected = "Expected a table [services.NAME] with a command for each service."
        raise BadInputError("it names no service.", where=source.at(1), next_step=expected)
    services = {name: _read_one(source, name, table) for name, table in tables.items()}
    _check_groups(source, services)
    _check_dependencies(source, services)
    return tuple(services.values())


def _read_one(source: Source, name: str, table: object) -> Service:
    try:
        return _service(source.home, name, table)
    except RefusedError as wrong:
        raise _refusal(source, name, wrong) from None


def _refusal(source: Source, name: str, wrong: RefusedError) -> BadInputError:
    return source.refusal(wrong, "services", name, about=f"service {name!r}: ")


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
    facts["folder"] = home / facts["folder"] if "folder" in facts else home
    service = Service(name, **facts)
    _check_alone(service)
    return service


def _check_alone(service: Service) -> None:
    for key, asked in (("ready", service.ready), ("health", service.health), ("tell", service.tell)):
        if asked and asked.kind in NEEDING_PORT and not service.port:
            raise RefusedError(key, f"{key} by {asked.kind} needs a port, and there is none", "port = NUMBER")
    if service.hold:
        _check_held(service)
    if service.shared and (service.command[:2] != ("{python}", "-m") or len(service.command) < len(FORKED)):
        raise RefusedError("shared", "its command cannot be forked", f"command = [{', '.join(FORKED)}, ...]")


def _check_held(service: Service) -> None:
    if not service.port or service.shared:
        lack = "a fork is handed no socket" if service.shared else "hold needs a port, and there is none"
        raise RefusedError("hold", lack, "shared = false" if service.shared else "port = NUMBER")
    for key, asked in (("ready", service.ready), ("health", service.health)):
        if asked and asked.kind == "tcp":
            what = f"{key} by tcp says nothing of a service whose port is held: connections are taken at any time"
            raise RefusedError(key, what, "http, exec, log, file or heartbeat")


def _check_groups(source: Source, services: Mapping[str, Service]) -> None:
    for service in services.values():
        if service.group in services:
            wrong = RefusedError("group", f"its group is called like the service {service.group!r}", "another name")
            raise _refusal(source, service.name, wrong)


def _check_dependencies(source: Source, services: Mapping[str, Service]) -> None:
    for service in services.values():
        for dependency in service.depends_on:
            if dependency.name not in services:
                wrong = RefusedError("depends_on", f"there is no service {dependency.name!r}", "one of this file")
                raise _refusal(source, service.name, wrong)
    cycle = find_cycle({name: [each.name for each in one.depends_on] for name, one in services.items()})
    if cycle:
        wrong = RefusedError("depends_on", f"a cycle: {' -> '.join(cycle)}", "dependencies that end somewhere")
        raise _refusal(source, cycle[0], wrong)


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
