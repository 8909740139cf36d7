"""From last words to an outcome."""

import json
import signal
from typing import Any

import pytest

from aurora.adapters.sandbox.inside.conclusion import CONFINED, concluded
from aurora.model.errors import SandboxError
from aurora.model.execution import Limits, Outcome, Raised, Status

FIGURES: dict[str, Any] = {"stdout": "o", "stderr": "", "seconds": 1.0, "cpu_seconds": 0.5, "peak_mb": 2.0}


def concluding(
    *lines: object, ended_by: Status | None = None, code: int = 0, silent: bool = False, cpu_seconds: float = 0.5
) -> Outcome:
    said = CONFINED + b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return concluded(said, ended_by, code, Limits(), {**FIGURES, "cpu_seconds": cpu_seconds}, silent=silent)


@pytest.mark.parametrize("said", [b"", b"OSError: no", CONFINED[:-1], b'{"end": "ok"}\n'])
def test_a_process_that_was_not_confined_is_an_error_of_the_sandbox(said: bytes) -> None:
    with pytest.raises(SandboxError, match="could not be confined"):
        concluded(said, None, 0, Limits(), FIGURES, silent=False)


def test_one_that_was_killed_before_it_was_confined_ran_nothing() -> None:
    outcome = concluded(b"", Status.WALL_TIME, -9, Limits(), FIGURES, silent=False)
    assert outcome == Outcome(Status.WALL_TIME, **FIGURES)


def test_a_limit_outweighs_every_word() -> None:
    assert concluding({"end": "ok", "value": 1}, ended_by=Status.MEMORY).status is Status.MEMORY
    assert concluding({"end": "ok", "value": 1}, ended_by=Status.MEMORY).value is None


def test_a_signal_outweighs_every_word() -> None:
    outcome = concluding({"end": "ok", "value": 1}, code=-11)
    assert (outcome.status, outcome.signal, outcome.value, outcome.exit_code) == (Status.CRASHED, 11, None, None)


def test_a_signal_for_processor_time_is_that_limit() -> None:
    assert concluding(code=-signal.SIGXCPU).status is Status.CPU_TIME
    assert concluding(code=-signal.SIGKILL, cpu_seconds=10.5).status is Status.CPU_TIME
    assert concluding(code=-signal.SIGKILL, cpu_seconds=9.5).status is Status.CRASHED


def test_silence_is_an_early_exit_unless_it_is_expected() -> None:
    assert concluding().status is Status.EXITED
    assert concluding(silent=True).status is Status.OK
    assert concluding(silent=True, code=2).status is Status.EXITED


def test_well_ended_with_another_exit_status_is_an_exit() -> None:
    outcome = concluding({"end": "ok", "value": 1}, code=70)
    assert (outcome.status, outcome.exit_code, outcome.value) == (Status.EXITED, 70, None)


def test_a_denial_needs_a_refusal_on_the_way_to_the_error() -> None:
    reached, raised = {"denied": "read /x"}, ["E", "m", []]
    assert concluding(reached, {"end": "raised", "raised": raised, "refused": True}, code=1).status is Status.DENIED
    assert concluding(reached, {"end": "raised", "raised": raised}, code=1).status is Status.RAISED
    assert concluding({"end": "raised", "raised": raised, "refused": True}, code=1).status is Status.RAISED
    outcome = concluding(reached, {"denied": "second"}, {"end": "ok", "value": 1})
    assert (outcome.status, outcome.denied) == (Status.OK, "read /x")


def test_running_out_of_memory_is_that_limit() -> None:
    outcome = concluding({"end": "raised", "raised": ["MemoryError", "", []]}, code=1)
    assert (outcome.status, outcome.raised) == (Status.MEMORY, Raised("MemoryError", ""))


def test_every_figure_is_kept() -> None:
    assert concluding({"end": "ok", "value": [1]}) == Outcome(Status.OK, [1], exit_code=0, **FIGURES)
