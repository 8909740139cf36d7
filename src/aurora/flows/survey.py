"""What there is: power units and modules, at levels computed from what was run and measured."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from aurora.contracts.pack import Pack
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.progress import Progress, Watch, silent
from aurora.registry.catalogue import PowerUnit, catalogue
from aurora.registry.declare import AnyPart
from aurora.registry.discover import Registry, packages
from aurora.registry.grade import Level, Measurement, grade


@dataclass(frozen=True, slots=True)
class Standing:
    """One power unit or module as it stands."""

    id: str  # "K5", or the id of a part
    name: str
    kind: str
    parts: int
    failures: tuple[str, ...]
    level: Level
    missing: tuple[str, ...] = ()  # optional packages


def check_parts(parts: Iterable[AnyPart], watch: Watch = silent) -> dict[str, tuple[str, ...]]:
    """Run the examples and laws of every usable part; part id -> what does not hold."""
    usable = [part for part in parts if not part.missing]
    found = {}
    for number, part in enumerate(usable, start=1):
        found[part.id] = tuple(part.failures())
        watch(Progress("check", number, len(usable), part.id))
    return found


def unit_standings(tools: Tools, watch: Watch = silent, *, kind: str = "") -> tuple[Standing, ...]:
    """The power units of a kind, or all, in the order of the catalogue; only their own parts are run."""
    registry = tools.discover()
    folders = pack_folders()
    units = [unit for unit in catalogue() if kind in ("", unit.kind)]
    parts = [part for part in registry.parts if any(_belongs(part, unit, folders) for unit in units)]
    failures = check_parts(parts, watch)
    rows = measurements(tools.settings.bench / "measurements.jsonl")
    return tuple(_standing(unit, registry, folders, failures, rows) for unit in units)


def module_standings(tools: Tools, watch: Watch = silent) -> tuple[Standing, ...]:
    """All modules in the order of their ids."""
    modules = [part for part in tools.discover().parts if part.id.startswith("modules.")]
    failures = check_parts(modules, watch)
    rows = measurements(tools.settings.bench / "measurements.jsonl")
    return tuple(_module(part, failures.get(part.id, ()), rows) for part in modules)


@cache
def pack_folders() -> Mapping[str, str]:
    """Power unit id -> id of the folder of its pack."""
    found = ((getattr(package, "PACK", None), package.__name__) for package in packages("aurora.units.knowledge"))
    folders = {f"K{pack.number}": name.removeprefix("aurora.") for pack, name in found if isinstance(pack, Pack)}
    return MappingProxyType(folders)


def measurements(path: Path) -> tuple[Measurement, ...]:
    """The rows of `bench/measurements.jsonl`; none when the file is not there."""
    if not path.is_file():
        return ()
    lines = path.read_text("utf-8").splitlines()
    return tuple(_measurement(path, number, line) for number, line in enumerate(lines, start=1))


def _measurement(path: Path, number: int, line: str) -> Measurement:
    try:
        row = json.loads(line)
        return Measurement(str(row["id"]), str(row["flow"]), float(row["on"]), float(row["off"]))
    except (ValueError, KeyError, TypeError):
        raise BadInputError("is not a measurement.", where=f"{path}:{number}") from None


def _standing(
    unit: PowerUnit,
    registry: Registry,
    folders: Mapping[str, str],
    failures: dict[str, tuple[str, ...]],
    rows: tuple[Measurement, ...],
) -> Standing:
    parts = [part for part in registry.parts if _belongs(part, unit, folders)]
    found = tuple(what for part in parts for what in failures.get(part.id, ()))
    key = folders.get(unit.id) or next((part.id for part in parts), unit.id)
    level = grade(key, parts=len(parts), failures=len(found), measurements=rows)
    return Standing(unit.id, unit.name, unit.kind, len(parts), found, level, tuple(_missing(parts)))


def _belongs(part: AnyPart, unit: PowerUnit, folders: Mapping[str, str]) -> bool:
    return part.unit == unit.id or (unit.id in folders and part.id.startswith(f"{folders[unit.id]}."))


def _missing(parts: list[AnyPart]) -> Iterator[str]:
    return iter(sorted({name for part in parts for name in part.missing}))


def _module(part: AnyPart, failures: tuple[str, ...], rows: tuple[Measurement, ...]) -> Standing:
    level = grade(part.id, parts=1, failures=len(failures), measurements=rows)
    family = part.id.split(".")[1]
    return Standing(part.id, part.name, family, 1, failures, Level.DECLARED if part.missing else level, part.missing)
