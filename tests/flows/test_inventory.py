from pathlib import Path

import pytest

from aurora.flows.inventory import UnitEntry, module, modules, unit, units
from aurora.flows.levels import Surveyed, surveyed
from aurora.model.errors import NotFoundError
from aurora.registry.catalogue import catalogue
from aurora.registry.discover import discover
from aurora.registry.grade import Level
from tests.doubles import tools_with

RULES = "aurora.modules.autonomy.synthesis"


def test_every_unit_is_there_before_anything_was_surveyed(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    found = {entry.unit.id: entry for entry in units(tools, None)}
    assert list(found) == [each.id for each in catalogue()]
    assert (found["M6"].parts, found["M6"].level) == (("units.modes.analysis.complexity_analysis",), None)
    assert found["M6"].health == "unknown"
    assert next(entry for entry in found.values() if not entry.parts).health == "declared"


def test_the_parts_of_a_pack_are_those_of_its_folder(tmp_path: Path) -> None:
    package = "aurora.units.knowledge.strings"
    tools = tools_with(tmp_path, registry=discover(package))
    owners = [entry for entry in units(tools, None) if entry.parts]
    assert len(owners) == 1
    assert len(owners[0].parts) == len(tools.discover().parts)


def test_a_survey_gives_levels_and_health(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    found = unit(tools, surveyed(tools), "m6")
    assert (found.level, found.failures, found.health) == (Level.PROVEN, (), "works")


def test_health_tells_what_is_wrong() -> None:
    one = catalogue()[0]
    assert UnitEntry(one, ("a",), ("z3",), None, None).health == "unavailable"
    assert UnitEntry(one, ("a",), (), Level.DECLARED, ("x",)).health == "failing"


def test_modules_tell_what_they_are(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover(RULES))
    found = list(modules(tools, None))
    assert len(found) == len(tools.discover().parts) > 0
    assert all(entry.family == "autonomy" and entry.words and entry.examples for entry in found)
    assert module(tools, Surveyed((), ()), found[0].id).level is None


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    for ask in (unit, module):
        with pytest.raises(NotFoundError):
            ask(tools_with(tmp_path), None, "nothing")
