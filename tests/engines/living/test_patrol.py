"""The patrol asks one after the other, heals the ill, tells what changed, and tries a stubborn one ever less often."""

from pathlib import Path

from aurora.engines.living.coordinator import Coordinator
from aurora.engines.living.patrol import Patrol
from tests.engines.living.parts import part


def test_nobody_is_asked_while_nothing_lives(tmp_path: Path) -> None:
    Patrol(Coordinator([], tmp_path, "")).step()


def test_each_is_asked_in_turn_but_for_some(tmp_path: Path) -> None:
    coordinator = Coordinator([part(unit, []) for unit in ("C1", "C2", "C3")], tmp_path, "")
    coordinator.start()
    fed: list[str] = []
    patrol = Patrol(coordinator, but=frozenset({"C2"}), feed=lambda unit, _figures: fed.append(unit))
    for _ in range(4):
        patrol.step()
    assert fed == ["C1", "C3", "C1", "C3"]
    coordinator.stop()


def test_who_is_ill_is_told_of_healed_and_told_of_again(tmp_path: Path) -> None:
    coordinator = Coordinator([part("C1", [])], tmp_path, "")
    coordinator.start()
    told: list[tuple[str, bool, bool]] = []
    patrol = Patrol(coordinator, tell=lambda unit, before, after: told.append((unit, before.down, after.down)))
    patrol.step()
    coordinator.living["C1"].harm()
    patrol.step()
    assert told == [("C1", False, True), ("C1", True, False)]
    assert coordinator.living["C1"].health().ok
    coordinator.stop()


def test_a_stubborn_one_is_told_of_once_and_tried_ever_less_often(tmp_path: Path) -> None:
    coordinator = Coordinator([part("C1", [], mends=False)], tmp_path, "")
    coordinator.start()
    coordinator.living["C1"].harm()
    told: list[str] = []
    patrol = Patrol(coordinator, tell=lambda unit, _before, _after: told.append(unit))
    for _ in range(9):
        patrol.step()
    assert (told, coordinator.metrics("C1")["mended"]) == (["C1"], 4)  # after rounds 1, 2, 4 and 8
    coordinator.stop()


def test_one_that_could_not_be_started_is_tried_again(tmp_path: Path) -> None:
    coordinator = Coordinator([part("C1", [], starts=False)], tmp_path, "")
    coordinator.start()
    told: list[str] = []
    Patrol(coordinator, tell=lambda unit, _before, _after: told.append(unit)).step()
    assert (told, coordinator.failed) == ([], {"C1": "OSError: no room"})
