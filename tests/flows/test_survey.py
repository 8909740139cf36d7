"""What there is, at computed levels."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.flows.survey import check_parts, measurements, module_standings, pack_folders, unit_standings
from aurora.model.errors import BadInputError
from aurora.registry.declare import Contract, Example, Part
from aurora.registry.discover import Registry
from aurora.registry.grade import Level
from tests.doubles import tools_with

SHOUT: Contract[Callable[[str], str], str, str] = Contract("shout", lambda run, given: run(given))


def part(path: str, *examples: Example[str, str], unit: str = "") -> Part[Callable[[str], str], str, str]:
    def shout(text: str) -> str:
        return text.upper()

    shout.__module__ = f"aurora.{path}"
    return SHOUT.part(examples=list(examples), unit=unit)(shout)


RIGHT, WRONG = Example("a", "A"), Example("a", "B")


def registry_of(*parts: Part[Callable[[str], str], str, str]) -> Registry:
    return Registry(parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["{", "{}", '{"id": "a", "flow": "f", "on": "x", "off": 0}', "[]"])
def test_a_row_that_is_no_measurement_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "measurements.jsonl"
    path.write_text(f'{{"id": "a", "flow": "f", "on": 1, "off": 0}}\n{line}\n')
    with pytest.raises(BadInputError, match=r"measurements\.jsonl:2: is not a measurement"):
        measurements(path)


def test_without_a_file_there_are_no_measurements(tmp_path: Path) -> None:
    assert measurements(tmp_path / "nothing.jsonl") == ()


def test_failing_examples_are_told_by_part() -> None:
    results = check_parts(registry_of(part("modules.a", RIGHT), part("modules.b", WRONG)).parts)
    assert results == {"modules.a": (), "modules.b": ("modules.b, example 1: 'a' gave 'A', expected 'B'",)}


def test_every_unit_is_listed_and_those_without_parts_are_declared(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=registry_of(part("units.modes.x", RIGHT, unit="M1")))
    standings = {each.id: each for each in unit_standings(tools)}
    assert (standings["M1"].level, standings["M1"].parts) == (Level.PROVEN, 1)
    assert (standings["M2"].level, standings["M2"].parts) == (Level.DECLARED, 0)


def test_a_failing_part_keeps_its_unit_at_declared(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=registry_of(part("units.modes.x", WRONG, unit="M1")))
    (standing,) = [each for each in unit_standings(tools) if each.id == "M1"]
    assert (standing.level, len(standing.failures)) == (Level.DECLARED, 1)


def test_the_parts_of_a_pack_are_those_in_its_folder(tmp_path: Path) -> None:
    assert pack_folders()["K5"] == "units.knowledge.strings"
    tools = tools_with(tmp_path, registry=registry_of(part("units.knowledge.strings.x", RIGHT)))
    (strings,) = [each for each in unit_standings(tools) if each.id == "K5"]
    assert (strings.parts, strings.level) == (1, Level.PROVEN)


def test_a_measured_gain_makes_a_module_useful(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=registry_of(part("modules.autonomy.a", RIGHT), part("units.modes.x", RIGHT)))
    tools.settings.bench.mkdir()
    (tools.settings.bench / "measurements.jsonl").write_text(
        '{"id": "modules.autonomy.a", "flow": "eval synth", "on": 0.5, "off": 0.4}\n'
    )
    (module,) = module_standings(tools)
    assert (module.id, module.kind, module.level) == ("modules.autonomy.a", "autonomy", Level.USEFUL)
