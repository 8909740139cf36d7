"""The power units and modules one by one: what each is, stands on, needs, and whether it works."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from aurora.flows.levels import Surveyed
from aurora.flows.survey import pack_folders
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.registry.catalogue import PowerUnit, catalogue
from aurora.registry.declare import AnyPart
from aurora.registry.grade import Level

Health: TypeAlias = Literal["works", "declared", "unavailable", "failing", "unknown"]


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A power unit with its parts; `level` and `failures` are None until the survey is known."""

    unit: PowerUnit
    parts: tuple[str, ...]
    lacks: tuple[str, ...]  # optional packages
    level: Level | None
    failures: tuple[str, ...] | None

    @property
    def health(self) -> Health:
        """`works`, `declared` (nothing does it here), `unavailable` (a package is missing), `failing`, `unknown`."""
        if not self.parts:
            return "declared"
        if self.lacks:
            return "unavailable"
        if self.failures is None:
            return "unknown"
        return "failing" if self.failures else "works"


@dataclass(frozen=True, slots=True)
class ModuleEntry:
    """A module; `level` and `failures` are None until the survey is known."""

    id: str
    family: str
    contract: str
    words: str
    examples: int
    lacks: tuple[str, ...]
    level: Level | None
    failures: tuple[str, ...] | None


def units(tools: Tools, surveyed: Surveyed | None) -> Iterator[UnitEntry]:
    """Every power unit in the order of the catalogue."""
    parts = _by_unit(tools.discover().parts)
    standings = {each.id: each for each in surveyed.units} if surveyed else {}
    for unit in catalogue():
        own = parts.get(unit.id, [])
        standing = standings.get(unit.id)
        yield UnitEntry(
            unit,
            tuple(part.id for part in own),
            tuple(sorted({name for part in own for name in part.missing})),
            standing.level if standing else None,
            standing.failures if standing else None,
        )


def unit(tools: Tools, surveyed: Surveyed | None, id: str) -> UnitEntry:
    """The power unit of an id ("M6"); raises `NotFoundError`."""
    for entry in units(tools, surveyed):
        if entry.unit.id == id.upper():
            return entry
    raise NotFoundError("power unit", id, next_step="/api/units lists them all.")


def modules(tools: Tools, surveyed: Surveyed | None) -> Iterator[ModuleEntry]:
    """Every module in the order of the ids."""
    standings = {each.id: each for each in surveyed.modules} if surveyed else {}
    for part in tools.discover().parts:
        if part.id.startswith("modules."):
            standing = standings.get(part.id)
            yield ModuleEntry(
                part.id,
                part.id.split(".")[1],
                part.contract.name,
                part.page.partition("\n")[0],
                len(part.examples),
                part.missing,
                standing.level if standing else None,
                standing.failures if standing else None,
            )


def module(tools: Tools, surveyed: Surveyed | None, id: str) -> ModuleEntry:
    """The module of an id; raises `NotFoundError`."""
    for entry in modules(tools, surveyed):
        if entry.id == id:
            return entry
    raise NotFoundError("module", id, next_step="/api/modules lists them all.")


def _by_unit(parts: tuple[AnyPart, ...]) -> dict[str, list[AnyPart]]:
    """The parts of each power unit: those that say so, and those that lie in the folder of its pack."""
    found: dict[str, list[AnyPart]] = {}
    for part in parts:
        found.setdefault(part.unit or _pack_of(part.id.rpartition(".")[0]), []).append(part)
    return found


@cache
def _pack_of(folder: str) -> str:
    """The power unit of the pack that a folder lies in; empty when it lies in none."""
    units = {each: unit for unit, each in pack_folders().items()}
    while folder and folder not in units:
        folder = folder.rpartition(".")[0]
    return units.get(folder, "")
