"""Run one execution mode: find it -> read its parameters -> hand it the world -> its result, timed."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora.adapters.projects.read import Project
from aurora.components.core.context_engine import Contexts
from aurora.components.core.execution_engine import Runner
from aurora.contracts.mode import MODE, World
from aurora.contracts.parameters import Parameter, parameters_of, read_parameters
from aurora.flows.tools import Tools
from aurora.flows.write_tests import importable
from aurora.model.errors import BadInputError, DeclaredOnlyError, NotFoundError
from aurora.model.mode import Result
from aurora.model.progress import Watch, silent
from aurora.model.settings import Settings
from aurora.registry.catalogue import PowerUnit, catalogue
from aurora.registry.declare import Part


@dataclass(frozen=True, slots=True)
class ModeEntry:
    """One of the modes: its power unit, and the part that does it, when there is one that can be used here."""

    unit: PowerUnit
    part: Part[Any, Any, Any] | None = None

    @property
    def works(self) -> bool:
        """Whether it can be run here."""
        return not self.missing

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks; nothing when it works."""
        if self.part is not None:
            return tuple(f"the package {name}" for name in self.part.missing)
        return (f"its implementation on {self.unit.stands_on}", f"its proof ({self.unit.proved_by})")

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What it takes; nothing when it does not work."""
        return parameters_of(self.part.facts["takes"]) if self.part else ()  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Execution:
    """What came of running a mode; `components` are the parts of the world that it was seen to use, and its own."""

    unit: PowerUnit
    result: Result[Any]
    seconds: float
    components: tuple[str, ...]


def modes(tools: Tools) -> tuple[ModeEntry, ...]:
    """All modes of the catalogue in their order, whether they work or are declared only."""
    parts = {part.unit: part for part in tools.modes().parts if part.contract is MODE}
    return tuple(ModeEntry(unit, parts.get(unit.id)) for unit in catalogue() if unit.kind == "mode")


def find_mode(tools: Tools, name: str | int) -> ModeEntry:
    """The mode with this number (6), id ("M6") or name ("complexity analysis"); raises `NotFoundError`."""
    entries = modes(tools)
    wanted = _key(str(name))
    for entry in entries:
        if wanted in (str(entry.unit.number), entry.unit.id.lower(), _key(entry.unit.name)):
            return entry
    near = difflib.get_close_matches(wanted, [_key(entry.unit.name) for entry in entries], n=3)
    advice = f"Did you mean {' or '.join(near)}?" if near else "`aurora mode list` shows them all."
    raise NotFoundError("mode", str(name), next_step=advice)


def execute(
    tools: Tools,
    name: str | int,
    parameters: Mapping[str, object],
    *,
    path: Path | None = None,
    seconds: float | None = None,
    watch: Watch = silent,
) -> Execution:
    """Run the mode `name`; `path`, a file or project of the user, gives its parameters `files` and `asked`, or its
    own `path`: the place itself where it takes no files, else the one file that is meant.

    Raises `NotFoundError`, `DeclaredOnlyError` for a mode that does not work yet, `BadInputError` for parameters that
    do not fit, and what the mode raises.
    """
    entry = _working(tools, name)
    project = _read(tools, path, entry)
    given = _given(entry, project, path, parameters)
    assert entry.part is not None
    world = Witnessed(**world_of(tools, seconds or float(str(entry.part.facts["seconds"])), watch))
    done = runner(tools).run(entry.unit.id, entry.part.run, given, world)
    result = done.result
    if project is not None and project.unread:
        result = replace(result, findings=tuple(sorted((*result.findings, *project.unread))))
    used = dict.fromkeys([*sorted(world.used), *result.components])
    return Execution(entry.unit, result, done.seconds, tuple(used))


def runner(tools: Tools) -> Runner:
    """What runs modes here, and notes when each run began and ended."""
    return tools.part("C3", lambda: runner_of(tools.settings))


def runner_of(settings: Settings) -> Runner:
    """One with the journal of this state."""
    return Runner(settings.state.expanduser() / "executions.jsonl")


def prepared(
    tools: Tools, name: str | int, parameters: Mapping[str, object], path: Path | None
) -> tuple[ModeEntry, Any]:
    """A mode that works and its input; raises as `execute` does before it runs anything."""
    entry = _working(tools, name)
    return entry, _given(entry, _read(tools, path, entry), path, parameters)


def world_of(tools: Tools, seconds: float, watch: Watch = silent) -> dict[str, Any]:
    """The fields of the world that a mode is handed."""
    named = {each.name: getattr(tools, each.name) for each in fields(World) if hasattr(Tools, each.name)}
    return {**named, "budget": tools.budget(seconds), "watch": watch}


class Witnessed(World):
    """A world that keeps what was asked of it, but for the budget, the watch and what reads texts."""

    @property
    def used(self) -> set[str]:
        """The names of what was asked for."""
        used: set[str] = self.__dict__.setdefault("_used", set())
        return used

    def __getattribute__(self, name: str) -> Any:
        if name in World.__dataclass_fields__ and name not in ("budget", "watch", "read"):
            self.used.add(name)
        return super().__getattribute__(name)


def _working(tools: Tools, name: str | int) -> ModeEntry:
    entry = find_mode(tools, name)
    if entry.part is None or not entry.works:
        raise DeclaredOnlyError(entry.unit.id, entry.unit.name, entry.missing)
    return entry


def _read(tools: Tools, path: Path | None, entry: ModeEntry) -> Project | None:
    """The project; one that is only looked at is read as far as it can be."""
    taken = [each.name for each in entry.parameters]
    if path is None or ("path" in taken and "files" not in taken):
        return None
    if "files" not in taken:
        raise BadInputError(
            f"{entry.unit.name} takes no file or folder.",
            where=str(path),
            next_step=f"It takes {', '.join(taken) or 'nothing'}.",
        )
    if "path" in taken or (path.is_file() and "asked" in taken and entry.unit.group != "analysis"):
        whole, asked = importable(path)
        return replace(whole, asked=asked)
    return tools.part("C8", Contexts).project(path, to_change=entry.unit.group != "analysis")


def _given(entry: ModeEntry, project: Project | None, path: Path | None, parameters: Mapping[str, object]) -> Any:
    """The input of a mode; parameters come before what the project gives."""
    assert entry.part is not None
    takes: Any = entry.part.facts["takes"]
    if "made" in {each.name for each in entry.parameters}:  # a mode has no clock
        parameters = {"made": datetime.now(UTC).isoformat(timespec="seconds"), **parameters}
    if path is None:
        if "files" not in parameters and any(each.name == "files" for each in entry.parameters):
            advice = "Name a file or folder (`path`), or give the texts."
            raise BadInputError("the parameter 'files' is missing.", next_step=advice)
        return read_parameters(takes, parameters)
    if project is None:
        return read_parameters(takes, {"path": str(path), **parameters})
    given: dict[str, object] = {"files": project.files, "asked": project.asked}
    taken = {each.name for each in entry.parameters}
    if path.is_file():
        given["path"] = project.asked[0]
    if path.is_file() and not taken & {"asked", "path"}:
        given["files"] = {name: project.files[name] for name in project.asked}
    return read_parameters(takes, {**{name: value for name, value in given.items() if name in taken}, **parameters})


def _key(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().lower())
