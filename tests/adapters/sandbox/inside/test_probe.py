"""Protections are found by attempts to break them."""

import pytest

from aurora.adapters.sandbox.inside.probe import probe
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Outcome, Program, Protection, Status

MEANS = {"network": ["a wall", "a moat"], "time": [], "output": ["a dam"]}


def answering(holes: Json, endless: Status, flood: Status) -> list[Protection]:
    answers = iter([Outcome(Status.OK, holes), Outcome(endless), Outcome(flood)])
    return list(probe(lambda _: next(answers), MEANS, 1, "/nowhere"))


def test_a_probe_that_does_not_end_well_is_an_error() -> None:
    with pytest.raises(SandboxError, match="the probe ended with crashed"):
        probe(lambda _: Outcome(Status.CRASHED), MEANS, 1, "/nowhere")


def test_every_hole_is_named() -> None:
    assert answering({"network": ["this", "that"]}, Status.CPU_TIME, Status.OK) == [
        Protection("network", in_force=False, by="a wall, a moat", detail="not refused: this, that"),
        Protection("time", in_force=False, by="nothing", detail="not refused: running past the wall-clock limit"),
        Protection("output", in_force=False, by="a dam", detail="not refused: writing more than the limit"),
    ]


def test_what_was_refused_is_in_force() -> None:
    assert answering({"network": []}, Status.WALL_TIME, Status.OUTPUT) == [
        Protection("network", in_force=True, by="a wall, a moat"),
        Protection("time", in_force=True, by="nothing"),
        Protection("output", in_force=True, by="a dam"),
    ]


def test_a_folder_that_leads_to_something_granted_is_not_tried() -> None:
    tried: list[Program] = []

    def run(program: Program) -> Outcome:
        tried.append(program)
        return Outcome((Status.OK, Status.WALL_TIME, Status.OUTPUT)[len(tried) - 1], {})

    probe(run, MEANS, 1, "/usr")
    reads = next(line for line in (tried[0].source or "").splitlines() if line.startswith("READ = "))
    assert "'/usr'" not in reads
    assert "'/var'" in reads
