"""Every component that is there lives: it starts, reports, survives its drill, stops and leaves nothing."""

import os
from pathlib import Path

import pytest

from aurora.contracts.living import LIVING
from aurora.flows.components import ask, components, drills
from aurora.model.errors import NotFoundError
from aurora.registry.discover import Registry, discover
from tests.doubles import tools_with

REGISTRY = discover("aurora.components")
LIVE = [part.unit for part in REGISTRY.of(LIVING)]


def test_an_unknown_component_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="C99"):
        ask(tools_with(tmp_path, registry=REGISTRY), ["C99"])


def test_what_has_no_part_is_listed_as_declared(tmp_path: Path) -> None:
    found = components(tools_with(tmp_path, registry=Registry(())))
    assert [entry.unit.id for entry in found] == [f"C{number}" for number in range(1, 44)]
    (shown,) = drills(tools_with(tmp_path, registry=Registry(())), ["C1"])
    assert (shown.health, shown.drill, shown.ok) == (None, None, True)


@pytest.mark.parametrize("unit", LIVE)
def test_a_component_survives_its_drill_and_leaves_nothing(tmp_path: Path, unit: str) -> None:
    (shown,) = drills(tools_with(tmp_path, registry=REGISTRY), [unit])
    assert shown.drill is not None
    assert shown.drill.passed, (shown.drill, shown.drill.words)
    assert shown.metrics["mended"] == 1
    assert shown.metrics["ill"] == 1


def test_all_start_together_report_and_stop_and_leave_nothing(tmp_path: Path) -> None:
    def children() -> set[str]:
        folder = Path(f"/proc/self/task/{os.getpid()}/children")
        return set(folder.read_text().split()) if folder.exists() else set()

    before = children()
    found = {each.entry.unit.id: each for each in ask(tools_with(tmp_path, registry=REGISTRY))}
    assert {unit for unit, each in found.items() if each.health is not None} == set(LIVE)
    assert {unit: each.health.wrong for unit, each in found.items() if each.health} == dict.fromkeys(LIVE, "")
    assert all(each.metrics["asked"] == 1 for each in found.values() if each.health)
    assert children() <= before
