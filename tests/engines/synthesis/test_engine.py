"""The host's side: what is sent to the guest, and what comes of answers that do not arrive."""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import pytest

from aurora.contracts.sandbox import Session
from aurora.engines.synthesis.engine import Synthesizer
from aurora.model.execution import Json, Limits, Outcome, Program, Protection, Status
from aurora.model.progress import Progress
from aurora.model.task import Budget, SynthesisTask

_TASK = SynthesisTask("Add one.", "f", "def f(a)", asserts=("assert f(1) == 2",))
_ANSWER: Json = {
    "found": {
        "candidates": [{"code": "def f(a): ...", "strategy": "s", "cost": 3.0, "components": ["c"], "notes": []}],
        "near": [],
        "tried": 7,
        "seconds": 0.5,
        "peak_mb": 20.0,
        "exhausted": False,
        "notes": ["a note"],
    }
}


SILENCE: Json = "nothing is said for a while"


class ScriptedSession:
    """A guest that says what a script says."""

    def __init__(self, script: list[Json]) -> None:
        self.script, self.sent, self.closed = script, list[Json](), False

    def send(self, message: Json) -> None:
        self.sent.append(message)

    def messages(self, timeout: float) -> Iterator[Json]:
        assert timeout > 0
        while self.script and self.script[0] is not SILENCE:
            yield self.script.pop(0)
        if self.script:
            self.script.pop(0)

    def outcome(self) -> Outcome | None:
        return None if self.script else Outcome(Status.CRASHED)

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class ScriptedSandbox:
    """Starts guests that follow scripts."""

    def __init__(self, *scripts: list[Json]) -> None:
        self.sessions = [ScriptedSession(script) for script in scripts]
        self.started = 0

    def protections(self) -> tuple[Protection, ...]:
        return ()

    def run(self, program: Program) -> Outcome:
        raise NotImplementedError

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        raise NotImplementedError

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> Session:
        assert entry == "aurora.engines.synthesis.guest:serve"
        self.started += 1
        session: Any = self.sessions[self.started - 1]
        return session  # type: ignore[no-any-return]

    def close(self) -> None:
        """Nothing is held."""


def test_no_answer_is_no_candidate_and_ends_the_guest() -> None:
    sandbox = ScriptedSandbox([{"ready": 1, "notes": []}])
    found = Synthesizer(sandbox).search(_TASK, Budget(1))
    assert found.candidates == ()
    assert found.notes == ("the search ended without an answer",)
    assert sandbox.sessions[0].closed


def test_without_an_example_no_guest_is_started() -> None:
    sandbox = ScriptedSandbox()
    found = Synthesizer(sandbox).search(SynthesisTask("Add one.", "f"), Budget(1))
    assert (found.candidates, found.exhausted, sandbox.started) == ((), True, 0)


def test_an_exception_of_the_watcher_ends_the_search() -> None:
    def stop(_progress: Progress) -> None:
        raise KeyboardInterrupt

    sandbox = ScriptedSandbox([{"ready": 1, "notes": []}])
    with pytest.raises(KeyboardInterrupt):
        Synthesizer(sandbox).search(_TASK, Budget(1), stop)
    assert sandbox.started == 0


def test_the_guest_is_given_the_task_and_stays_warm() -> None:
    sandbox = ScriptedSandbox([{"ready": 1, "notes": ["one pack is broken"]}, _ANSWER, _ANSWER])
    synthesizer = Synthesizer(sandbox)
    first = synthesizer.search(_TASK, Budget(1))
    second = synthesizer.search(_TASK, Budget(1))
    assert first == second
    assert sandbox.started == 1
    assert [candidate.code for candidate in first.candidates] == ["def f(a): ..."]
    assert (first.tried, first.notes) == (7, ("one pack is broken", "a note"))
    sent = sandbox.sessions[0].sent[0]
    assert isinstance(sent, dict)
    assert set(sent) == {"task", "seconds", "steps", "memory_mb", "seed", "bias"}


def test_a_refreshed_prior_is_handed_over_once_told_and_taken_back() -> None:
    counts = [("{}", "The prior is that of version 000001.")]
    sandbox = ScriptedSandbox([{"ready": 1, "notes": []}, _ANSWER, _ANSWER, _ANSWER])
    synthesizer = Synthesizer(sandbox, prior=lambda: counts[0])
    assert synthesizer.search(_TASK, Budget(1)).notes == ("The prior is that of version 000001.", "a note")
    synthesizer.search(_TASK, Budget(1))
    counts[0] = ("", "")
    assert synthesizer.search(_TASK, Budget(1)).notes == ("a note",)
    sent: Any = sandbox.sessions[0].sent
    assert [message.get("prior") for message in sent] == ["{}", None, None, "", None]


def test_closing_twice_is_allowed() -> None:
    sandbox = ScriptedSandbox([{"ready": 1, "notes": []}, _ANSWER])
    synthesizer = Synthesizer(sandbox)
    synthesizer.search(_TASK, Budget(1))
    synthesizer.close()
    synthesizer.close()
    assert sandbox.sessions[0].closed


def test_what_the_search_says_of_itself_is_told_to_the_watcher() -> None:
    said: Json = {"progress": {"phase": "enumerate_programs", "tried": 1200, "best": None}}
    later: Json = {"progress": {"phase": "split_cases", "tried": 3400, "best": 7.25}}
    seen: list[Progress] = []
    sandbox = ScriptedSandbox([{"ready": 1, "notes": []}, said, later, _ANSWER])
    Synthesizer(sandbox).search(_TASK, Budget(1), seen.append)
    assert [(step.done, step.note) for step in seen if step.done > 7] == [
        (1200, "enumerate_programs, nothing found yet"),
        (3400, "split_cases, best cost 7.2"),
    ]


def test_a_watcher_can_end_a_search_that_says_nothing() -> None:
    def stop(progress: Progress) -> None:
        if progress.stage == "wait":
            raise KeyboardInterrupt

    sandbox = ScriptedSandbox([{"ready": 1, "notes": []}, SILENCE, _ANSWER])
    with pytest.raises(KeyboardInterrupt):
        Synthesizer(sandbox).search(_TASK, Budget(300), stop)
    assert sandbox.sessions[0].closed
