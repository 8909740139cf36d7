"""Healing: diagnose, restart, verify, report."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.process.client import SupervisorError
from aurora.adapters.store.opening import open_store
from aurora.flows.heal import heal
from aurora.flows.tools import Later, Tools
from tests.doubles import tools_with


class Scripted:
    """A supervisor of services that become what the script says when they are restarted."""

    def __init__(self, phases: dict[str, str], after: dict[str, str] | None = None, *, refuses: str = "") -> None:
        self.phases, self.after, self.refuses = dict(phases), after or {}, refuses
        self.asked: list[str] = []

    def get(self, path: str) -> dict[str, Any]:
        assert path == "status"
        return {"services": [{"name": name, "phase": phase, "why": "it died", "wanted": phase != "stopped"}
                             for name, phase in self.phases.items()]}  # fmt: skip

    def post(self, path: str) -> dict[str, Any]:
        self.asked.append(path)
        if path == self.refuses:
            raise SupervisorError("it is busy")
        name = path.removeprefix("restart/")
        self.phases[name] = self.after.get(name, "healthy")
        return {}


class Absent:
    """No supervisor."""

    def get(self, path: str) -> dict[str, Any]:
        raise SupervisorError(f"nobody answers {path}.")

    post = get


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


def test_without_a_supervisor_nothing_is_claimed(tools: Tools) -> None:
    made = heal(tools, Absent())
    assert not made.supervised
    assert not made.well
    assert made.ailments == ()
    assert made.looked[1] == "supervisor: nobody answers status"  # it stands in a sentence that ends by itself


def test_what_is_healthy_is_left_alone(tools: Tools) -> None:
    supervisor = Scripted({"web": "healthy", "once": "done", "off": "stopped"})
    made = heal(tools, supervisor)
    assert made.well
    assert supervisor.asked == []
    assert made.looked == ("database: answers", "web: healthy", "once: done")


def test_what_is_unhealthy_is_restarted_and_verified(tools: Tools) -> None:
    supervisor = Scripted({"web": "parked", "queue": "healthy"})
    made = heal(tools, supervisor)
    assert supervisor.asked == ["restart/web"]
    (ailment,) = made.ailments
    assert (ailment.before, ailment.why, ailment.did, ailment.after) == ("parked", "it died", "restarted", "healthy")
    assert made.well


def test_what_stays_unhealthy_is_said(tools: Tools) -> None:
    made = heal(tools, Scripted({"web": "tripped"}, {"web": "backing off"}), patience=0)
    assert made.ailments[0].after == "backing off"
    assert not made.well


def test_what_is_on_its_way_is_waited_for(tools: Tools) -> None:
    supervisor = Scripted({"web": "starting"})
    made = heal(tools, supervisor, sleep=lambda _seconds: supervisor.phases.update(web="healthy"))
    assert supervisor.asked == []
    assert (made.ailments[0].did, made.ailments[0].after) == ("waited", "healthy")


def test_a_refusal_is_part_of_the_report(tools: Tools) -> None:
    made = heal(tools, Scripted({"web": "parked"}, refuses="restart/web"), patience=0)
    assert made.ailments[0].did == "could not restart it: it is busy"
    assert not made.well


def test_a_database_that_does_not_answer_is_told(tools: Tools) -> None:
    broken = replace(tools, store=Later(lambda: open_store("sqlite:////proc/nowhere/aurora.db")))
    made = heal(broken, Scripted({"web": "healthy"}))
    assert not made.database
    assert not made.well
