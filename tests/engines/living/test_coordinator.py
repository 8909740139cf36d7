"""Components start after what they need, idle ones when they are needed; one's failure is its own."""

from pathlib import Path

import pytest

from aurora.contracts.living import AnyComponent, Loan
from aurora.engines.living.coordinator import Condition, Coordinator, ordered
from aurora.model.errors import NotFoundError, PartError
from tests.engines.living.parts import Log, part


def kept(parts: list[AnyComponent], folder: Path) -> Coordinator:
    coordinator = Coordinator(parts, folder, "sqlite://")
    coordinator.start()
    return coordinator


def test_a_circle_is_refused() -> None:
    one = part("C1", [])
    two = part("C2", [], one)
    one.facts["after"] = (two,)  # type: ignore[index]
    with pytest.raises(PartError, match="C1 needs C2 needs C1"):
        ordered([one, two])


def test_what_is_needed_is_started_first_and_stopped_last(tmp_path: Path) -> None:
    log: Log = []
    base = part("C3", log)
    coordinator = kept([part("C1", log, base), part("C2", log)], tmp_path)
    coordinator.stop()
    coordinator.stop()
    assert log == ["+C3", "+C1", "+C2", "-C2", "-C1", "-C3"]


def test_one_that_cannot_start_costs_only_those_that_need_it(tmp_path: Path) -> None:
    log: Log = []
    broken = part("C1", log, starts=False)
    coordinator = kept([broken, part("C2", log, broken), part("C3", log)], tmp_path)
    assert coordinator.failed == {"C1": "OSError: no room", "C2": "needs C1"}
    assert {unit: health.wrong for unit, health in coordinator.health().items()} == {
        "C3": "",
        "C1": "OSError: no room",
        "C2": "needs C1",
    }
    coordinator.stop()


def test_only_the_ill_are_healed(tmp_path: Path) -> None:
    coordinator = kept([part("C1", []), part("C2", []), part("C3", [], mends=False)], tmp_path)
    coordinator.living["C2"].harm()
    coordinator.living["C3"].harm()
    assert {unit: health.wrong for unit, health in coordinator.heal().items()} == {"C2": "", "C3": "bent"}
    coordinator.stop()


def test_the_others_are_stopped_when_one_cannot_be(tmp_path: Path) -> None:
    log: Log = []
    coordinator = kept([part("C1", log), part("C2", log)], tmp_path)

    def refuse() -> None:
        raise OSError("busy")

    coordinator.living["C2"].stop = refuse  # type: ignore[method-assign]
    with pytest.raises(OSError, match="busy"):
        coordinator.stop()
    assert log == ["+C1", "+C2", "-C1"]


def test_what_is_idle_is_said_to_be_and_starts_when_it_is_needed(tmp_path: Path) -> None:
    log: Log = []
    base = part("C3", log)
    coordinator = Coordinator([part("C1", log, base), part("C2", log)], tmp_path, "", idle=frozenset({"C1", "C3"}))
    coordinator.start()
    assert log == ["+C2"]
    assert (coordinator.seen()["C1"].condition, coordinator.ask("C1").wrong) == (Condition.IDLE, "it is idle")
    assert coordinator.metrics("C1") == {}
    assert coordinator.thing("C1") == {}
    assert log == ["+C2", "+C3", "+C1"]
    assert coordinator.seen()["C1"].condition is Condition.STARTED
    coordinator.stop()


def test_an_idle_one_that_another_needs_is_started_with_it(tmp_path: Path) -> None:
    log: Log = []
    base = part("C3", log)
    coordinator = Coordinator([part("C1", log, base)], tmp_path, "", idle=frozenset({"C3"}))
    coordinator.start()
    assert log == ["+C3", "+C1"]
    coordinator.stop()


def test_the_thing_of_one_that_is_not_there_or_failed_cannot_be_had(tmp_path: Path) -> None:
    coordinator = kept([part("C1", [], starts=False)], tmp_path)
    with pytest.raises(NotFoundError, match="C9"):
        coordinator.thing("C9")
    with pytest.raises(PartError, match="no room"):
        coordinator.thing("C1")


def test_one_that_failed_is_started_again_when_it_is_mended(tmp_path: Path) -> None:
    room = tmp_path / "c1"
    made: list[Path] = []

    def make() -> dict[str, str]:
        made.append(room)
        if not room.exists():
            raise OSError("no room")
        return {}

    coordinator = Coordinator([part("C1", [])], tmp_path, "", loans={"C1": Loan(make)})
    coordinator.start()
    assert coordinator.failed == {"C1": "OSError: no room"}
    assert not coordinator.mend("C1").ok
    room.mkdir()
    assert coordinator.mend("C1").ok
    assert (coordinator.failed, coordinator.seen()["C1"].condition) == ({}, Condition.HEALTHY)


def test_what_was_seen_is_kept_with_its_moment(tmp_path: Path) -> None:
    coordinator = kept([part("C1", [])], tmp_path)
    assert coordinator.seen()["C1"].moment is None
    coordinator.living["C1"].harm()
    coordinator.ask("C1")
    ill = coordinator.seen()["C1"]
    assert (ill.condition, ill.wrong, ill.down, ill.healed) == (Condition.ILL, "bent", True, 0)
    coordinator.mend("C1")
    well = coordinator.seen()["C1"]
    assert (well.condition, well.wrong, well.healed, well.moment is not None) == (Condition.HEALTHY, "", 1, True)
    coordinator.stop()
