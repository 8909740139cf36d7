"""The synthesiser: the host's side of the search, which itself runs inside the sandbox."""

import threading
import time
from typing import Any, cast

from aurora.contracts.sandbox import Sandbox, Session
from aurora.engines.synthesis.problem import to_json
from aurora.model.answer import Candidate, Found
from aurora.model.execution import Limits
from aurora.model.progress import Progress, Watch, silent
from aurora.model.refresh import Current, shipped
from aurora.model.task import Budget, SynthesisTask

_ENTRY = "aurora.engines.synthesis.guest:serve"
_LONGEST_SESSION = 7 * 86_400.0  # seconds
_WARM_UP = 60.0  # seconds in which a guest must be ready
_GRACE = 3.0  # seconds in which an answer must come after the budget
_LISTEN = 0.25  # seconds between two looks of the watcher, who may end the search
_PACKAGES = ("aurora.units.knowledge", "aurora.modules.autonomy.synthesis")


class Synthesizer:
    """Searches for functions, each thread with a warm guest of its own."""

    def __init__(
        self,
        sandbox: Sandbox,
        *,
        packages: tuple[str, ...] = _PACKAGES,
        without: tuple[str, ...] = (),
        prior: Current = shipped,
    ) -> None:
        """`prior` is asked before each search."""
        self._sandbox, self._prior = sandbox, prior
        self._payload = {"packages": list(packages), "without": list(without)}
        self._sessions: dict[tuple[int, int], Session] = {}
        self._handed: dict[tuple[int, int], str] = {}  # the prior that each session searches with
        self._notes: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def search(self, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Found:
        """The candidates for a task, best first; `watch` is called four times a second, its exception ends the search.

        The same for a task and a seed, however busy the machine is, unless the search is cut by the end of its seconds.
        Without examples nothing is searched: every program would do.
        Raises `SandboxError` when the sandbox fails.
        """
        begun = time.monotonic()
        if not task.asserts:
            return Found(exhausted=True)
        try:
            session = self._session(budget, watch)
            said = self._hand_over(session, budget)
            watch(Progress("search", note=task.name))
            session.send(
                {
                    "task": to_json(task),
                    "seconds": budget.seconds,
                    "steps": budget.steps,
                    "memory_mb": budget.memory_mb,
                    "seed": budget.seed,
                    "bias": dict(budget.bias),
                }
            )
            answer = _next(session, "found", budget.seconds + _GRACE, watch)
        except BaseException:
            self._drop(budget)
            raise
        if answer is None:
            self._drop(budget)
            return Found(seconds=time.monotonic() - begun, notes=("the search ended without an answer",))
        watch(Progress("search", done=int(answer["tried"]), note=f"{len(answer['candidates'])} candidates"))
        return _found(answer, (*self._notes, *said))

    def close(self) -> None:
        """End all guests; may be called twice."""
        with self._lock:
            sessions, self._sessions = list(self._sessions.values()), {}
        for session in sessions:
            session.close()

    def _session(self, budget: Budget, watch: Watch) -> Session:
        key = _key(budget)
        session = self._sessions.get(key)
        if session is not None and session.outcome() is None:
            return session
        watch(Progress("warm up"))
        limits = Limits(
            wall_seconds=_LONGEST_SESSION, cpu_seconds=_LONGEST_SESSION, memory_mb=budget.memory_mb, file_mb=32
        )
        with self._lock:
            session = self._sandbox.start(_ENTRY, cast("Any", self._payload), limits=limits)
            self._sessions[key], self._handed[key] = session, ""
        ready = _next(session, "ready", _WARM_UP, watch)
        self._notes = tuple(ready["notes"]) if ready else ("the search could not warm up",)
        return session

    def _hand_over(self, session: Session, budget: Budget) -> tuple[str, ...]:
        """Give the guest the prior that counts now, when it has another; what is to be told of it."""
        (text, note), key = self._prior(), _key(budget)
        if self._handed[key] != text:
            session.send({"prior": text})
            self._handed[key] = text
        return (note,) if note else ()

    def _drop(self, budget: Budget) -> None:
        with self._lock:
            session = self._sessions.pop(_key(budget), None)
        if session:
            session.close()


def _key(budget: Budget) -> tuple[int, int]:
    return threading.get_ident(), budget.memory_mb


def _next(session: Session, kind: str, timeout: float, watch: Watch) -> dict[str, Any] | None:
    """The content of the next message of one kind; None when it does not come."""
    deadline = time.monotonic() + timeout
    while (left := deadline - time.monotonic()) > 0:
        for message in session.messages(min(_LISTEN, left)):
            if isinstance(message, dict) and kind in message:
                inner = message[kind]
                return cast("dict[str, Any]", inner if isinstance(inner, dict) else message)
            if isinstance(message, dict) and "progress" in message:
                watch(_progress(cast("dict[str, Any]", message["progress"])))
        if session.outcome() is not None:
            return None
        watch(Progress("wait"))
    return None


def _progress(said: dict[str, Any]) -> Progress:
    best = said["best"]
    note = "nothing found yet" if best is None else f"best cost {best:.1f}"
    return Progress("search", done=int(said["tried"]), note=f"{said['phase']}, {note}")


def _found(answer: dict[str, Any], notes: tuple[str, ...]) -> Found:
    return Found(
        candidates=tuple(map(_candidate, answer["candidates"])),
        near=tuple(map(_candidate, answer["near"])),
        tried=answer["tried"],
        seconds=answer["seconds"],
        peak_mb=answer["peak_mb"],
        exhausted=answer["exhausted"],
        notes=(*notes, *answer["notes"]),
    )


def _candidate(item: dict[str, Any]) -> Candidate:
    return Candidate(item["code"], item["strategy"], item["cost"], tuple(item["components"]), tuple(item["notes"]))
