"""Roll out a change in phases: keep what is -> change -> watch the gates -> go on, or put that phase back and stop."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from statistics import median
from typing import Any, Protocol

from aurora.adapters.git.checkout import Checkout
from aurora.adapters.process.client import SupervisorError
from aurora.adapters.process.trial import run, visit
from aurora.adapters.services.snapshot import Snapshot
from aurora.model.errors import AuroraError
from aurora.model.rollout import Gate, Outcome, Plan, Stage, Timing

_WELL = frozenset({"healthy", "done"})
_LOST = frozenset({"parked", "tripped"})
_PAUSE = 0.02  # seconds
_BEFORE = 15  # answers of a gate before the change, whose median is what it is compared with
_ENOUGH = 5  # answers after it that allow a verdict on its time


class Supervised(Protocol):
    """What is asked of a supervisor."""

    def get(self, path: str) -> dict[str, Any]:
        """Read something; raises `SupervisorError`."""

    def post(self, path: str) -> dict[str, Any]:
        """Ask for something; raises `SupervisorError`."""


class _RefusedError(Exception):
    """A gate does not hold."""


def roll_out(
    plan: Plan, client: Supervised, file: Path, folder: Path, tell: Callable[[Outcome], object]
) -> list[Outcome]:
    """Try the phases in order on the services of `file`; one that does not hold is put back, and it alone.

    None follows one that could not be put back, nor so many as the plan allows that were. `folder` receives what is
    kept, and `report.json`; `tell` hears of each outcome. Raises `AuroraError` when not everything is healthy before.
    """
    trial = _Trial(client, file, folder, plan.limits.parallel)
    trial.must_be_well()
    outcomes = list[Outcome]()
    for number, stage in enumerate(plan.stages, start=1):
        states = [each.state for each in outcomes]
        stopped = "stuck" in states or states.count("rolled back") >= plan.limits.failures
        outcomes.append(Outcome(stage.name, "not tried") if stopped else trial.outcome(stage, number))
        (folder / "report.json").write_text(json.dumps([asdict(each) for each in outcomes], indent=2) + "\n", "utf-8")
        tell(outcomes[-1])
    return outcomes


class _Trial:
    def __init__(self, client: Supervised, file: Path, folder: Path, parallel: int) -> None:
        self._client, self._file, self._folder, self._parallel = client, file, folder, parallel
        self._checks, self._timings = 0, list[Timing]()

    def must_be_well(self) -> None:
        ill = [str(each["name"]) for each in self._wanted() if each["phase"] not in _WELL]
        if ill:
            raise AuroraError(f"{', '.join(ill)} is not healthy before the change.", next_step="See `aurora ps`.")

    def outcome(self, stage: Stage, number: int) -> Outcome:
        snapshot = Snapshot(self._folder / str(number), self._file, stage.databases)
        checkouts = [Checkout(each) for each in stage.checkouts]
        snapshot.keep()
        for checkout in checkouts:
            checkout.keep()
        before = [_usual(gate) for gate in stage.gates]
        began, self._checks, self._timings = time.monotonic(), 0, []
        try:
            self._change(stage, snapshot)
            self._watch(stage, before)
        except (_RefusedError, AuroraError, OSError) as refused:
            found = self._outcome(stage, "rolled back", began, str(getattr(refused, "sentence", refused)))
            spares = [self._folder / f"{number}-{each.folder.name}-{at}.patch" for at, each in enumerate(checkouts)]
            return self._put_back(stage, snapshot, dict(zip(spares, checkouts, strict=True)), found)
        return self._outcome(stage, "kept", began)

    def _outcome(self, stage: Stage, state: str, began: float, why: str = "") -> Outcome:
        took = time.monotonic() - began
        return Outcome(stage.name, state, why, took, checks=self._checks, gates=tuple(self._timings))

    def _change(self, stage: Stage, snapshot: Snapshot) -> None:
        wrong = run(stage.run, self._file.resolve().parent, stage.seconds) if stage.run else ""
        if wrong:
            raise _RefusedError(wrong)
        if stage.file:
            snapshot.replace_file(stage.file)
            self._client.post("reload")
            self._settle(stage.seconds)
        self._restart(stage)

    def _restart(self, stage: Stage) -> None:
        """Start anew what the phase names, so many at a time as the plan allows; the next ones when these are well."""
        names = [str(each["name"]) for each in self._wanted() if {each["name"], each.get("group")} & set(stage.restart)]
        size = self._parallel or len(names) or 1
        for begin in range(0, len(names), size):
            for name in names[begin : begin + size]:
                self._client.post(f"restart/{name}")
            self._settle(stage.seconds)

    def _settle(self, seconds: float) -> None:
        """Until all that is wanted is healthy."""
        deadline = time.monotonic() + seconds
        while ill := [each for each in self._wanted() if each["phase"] not in _WELL]:
            lost = [each for each in ill if each["phase"] in _LOST]
            if lost or time.monotonic() > deadline:
                raise _RefusedError(
                    "; ".join(f"{each['name']} is {each['phase']}: {each['why']}" for each in lost or ill)
                )
            time.sleep(_PAUSE)

    def _watch(self, stage: Stage, before: Sequence[float]) -> None:
        starts, times = self._starts(), [list[float]() for _ in stage.gates]
        end = time.monotonic() + stage.window
        while time.monotonic() < end:
            self._checks += 1
            for gate, seen in zip(stage.gates, times, strict=True):
                wrong, seconds = visit(gate)
                seen.append(seconds)
                if wrong:
                    raise _RefusedError(wrong)
            self._look(starts)
            time.sleep(max(0.0, min(stage.interval, end - time.monotonic())))
        self._compare(stage, before, times)

    def _compare(self, stage: Stage, before: Sequence[float], times: Sequence[Sequence[float]]) -> None:
        measured = [(each, usual, seen) for each, usual, seen in zip(stage.gates, before, times, strict=True) if seen]
        self._timings = [Timing(gate.url, usual, median(seen)) for gate, usual, seen in measured]
        for gate, usual, seen in measured:
            limited = usual and gate.slower and len(seen) >= _ENOUGH
            if limited and median(seen) > (1 + gate.slower) * usual:
                raise _RefusedError(f"{gate.url} takes {1000 * median(seen):.1f} ms, {1000 * usual:.1f} ms before")

    def _look(self, starts: dict[str, int]) -> None:
        """Nothing may have failed, nor been started again, nor be about to fill its memory."""
        for each in self._wanted():
            if each["phase"] not in _WELL or each["starts"] != starts.get(each["name"]):
                raise _RefusedError(f"{each['name']} failed in the window: {each['why'] or 'it was started again'}")
        for what, services in self._client.get("predictions").items():
            if services:
                raise _RefusedError(f"a leak is foreseen: {what} in {', '.join(services)}")

    def _put_back(
        self, stage: Stage, snapshot: Snapshot, checkouts: Mapping[Path, Checkout], found: Outcome
    ) -> Outcome:
        began = time.monotonic()
        try:
            snapshot.put_back()
            code = [checkout.put_back(spare) for spare, checkout in checkouts.items()]
            self._client.post("reload")
            for each in self._wanted():
                if each["phase"] in _LOST:
                    self._client.post(f"restart/{each['name']}")
            if any(code):
                self._restart(stage)
            self._settle(stage.seconds)
        except (_RefusedError, AuroraError, OSError) as error:
            return replace(found, state="stuck", why=f"{found.why}; then, putting it back: {error}")
        return replace(found, back_seconds=time.monotonic() - began)

    def _wanted(self) -> list[dict[str, Any]]:
        deadline = time.monotonic() + 2.0
        while True:
            try:
                return [each for each in self._client.get("status")["services"] if each["wanted"]]
            except SupervisorError:  # it was killed, and comes back
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)

    def _starts(self) -> dict[str, int]:
        return {str(each["name"]): int(each["starts"]) for each in self._wanted()}


def _usual(gate: Gate) -> float:
    """The median seconds that a gate's answer takes now; 0 when it does not hold yet."""
    answers = [visit(gate) for _ in range(_BEFORE if gate.slower else 1)]
    return 0.0 if any(wrong for wrong, _ in answers) else median(seconds for _, seconds in answers)
