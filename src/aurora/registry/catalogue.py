"""The catalogue of the power units: ids and names are fixed by `power_units.csv`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aurora.model.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class PowerUnit:
    """One capability that a user sees; `id` is "K5", "M16" or "C11"."""

    id: str
    kind: str  # "knowledge", "mode", "component"
    number: int
    group: str
    name: str
    promise: str  # what it is wanted to be; not what it is
    requires: tuple[str, ...]
    stands_on: str = ""  # the machinery it is to be built on
    proved_by: str = ""  # what will show that it works


@cache
def catalogue() -> tuple[PowerUnit, ...]:
    """All power units in the order of the file."""
    text = (files("aurora.registry") / "power_units.csv").read_text("utf-8")
    return tuple(_unit(row) for row in csv.DictReader(text.splitlines()))


def power_unit(id: str) -> PowerUnit:
    """The unit with this id; raises `NotFoundError`."""
    found = _by_id().get(id)
    if found is None:
        raise NotFoundError("power unit", id, next_step="`aurora units` lists them all.")
    return found


@cache
def _by_id() -> Mapping[str, PowerUnit]:
    return {unit.id: unit for unit in catalogue()}


def _unit(row: dict[str, str]) -> PowerUnit:
    return PowerUnit(
        id=f"{row['kind'][0].upper()}{row['number']}",
        kind=row["kind"],
        number=int(row["number"]),
        group=row["group"],
        name=row["name"],
        promise=row["what_it_is"],
        requires=tuple(row["requires"].split()),
        stands_on=row["stands_on"],
        proved_by=row["proved_by"],
    )
