"""A drill starts a component, breaks it, lets it recover, and sees that nothing is left."""

import threading
from collections.abc import Callable

import pytest

from aurora.contracts.living import SURVIVED, needs
from aurora.engines.living.drill import component, drill
from aurora.engines.living.owned import Care, Owned
from tests.engines.living.parts import part


def test_a_drill_is_survived_or_not() -> None:
    good, stubborn = drill(part("C1", [])), drill(part("C1", [], mends=False))
    assert (good, good.passed, good.words) == (SURVIVED, True, "it was bent -> bent")
    assert (stubborn.recovered, stubborn.passed) == (False, False)
    assert drill(part("C1", [], starts=False)).words == "OSError: no room"


def test_a_thread_that_is_left_fails_the_drill(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.engines.living.drill._SETTLING", 0.1)
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
