"""Components start after what they need, tell what is wrong, recover, and leave nothing; one's failure is its own."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.contracts.living import (
    SURVIVED,
    AnyComponent,
    Care,
    Coordinator,
    House,
    Living,
    Owned,
    component,
    drill,
    needs,
    ordered,
)
from aurora.model.errors import NotFoundError, PartError

Log = list[str]


def part(unit: str, log: Log, *after: AnyComponent, starts: bool = True, mends: bool = True) -> AnyComponent:
    def start(house: House) -> Living:
        if not starts:
            raise OSError("no room")
        for each in after:
            house.needs(each.unit)
        log.append(f"+{unit}")

        def harm(thing: dict[str, str]) -> str:
            thing["wrong"] = "bent"
            return "it was bent"

        def mend(thing: dict[str, str]) -> dict[str, str]:
            return {} if mends else thing

        care: Care[dict[str, str]] = Care(
            dict, lambda thing: thing.get("wrong", ""), harm, lambda thing: {"size": len(thing)},
            lambda _thing: log.append(f"-{unit}"), mend,
        )  # fmt: skip
        return Owned(care)

    return component(unit, after=after)(start)


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


def test_what_was_not_started_cannot_be_needed(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="C9"):
        House(tmp_path, "").needs("C9")


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


def test_a_stopped_component_is_not_well(tmp_path: Path) -> None:
    living = part("C1", []).run(House(tmp_path, ""))
    assert living.health().ok
    living.stop()
    living.stop()
    assert "was stopped" in living.health().wrong
    assert living.metrics()["asked"] == 2


def test_a_drill_is_survived_or_not() -> None:
    good, stubborn = drill(part("C1", [])), drill(part("C1", [], mends=False))
    assert (good, good.passed, good.words) == (SURVIVED, True, "it was bent -> bent")
    assert (stubborn.recovered, stubborn.passed) == (False, False)
    assert drill(part("C1", [], starts=False)).words == "OSError: no room"


def test_a_thread_that_is_left_fails_the_drill(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.contracts.living._SETTLING", 0.1)
    over = threading.Event()

    def begin() -> threading.Thread:
        thread = threading.Thread(target=over.wait, name="left behind", daemon=True)
        thread.start()
        return thread

    told: list[str] = []

    def harm(_thread: threading.Thread) -> str:
        told.append("ill")
        return "harmed"

    probe: Callable[[threading.Thread], str] = lambda _thread: told[0] if told else ""  # noqa: E731

    def mend(thread: threading.Thread) -> threading.Thread:
        told.clear()
        return thread

    care = Care(begin, probe, harm, mend=mend)
    shown = drill(component("C1")(lambda _house: Owned(care)))
    over.set()
    assert (shown.recovered, shown.left, shown.passed) == (True, ("left behind",), False)


def test_the_example_of_a_component_is_its_drill() -> None:
    assert part("C1", []).failures() == []
    assert part("C1", [], mends=False).failures() != []
    assert needs(part("C1", [], part("C2", [])))[0].unit == "C2"
