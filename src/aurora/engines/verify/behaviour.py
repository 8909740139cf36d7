"""What a candidate did in the sandbox, and which candidates do the same."""

import inspect
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify import probe
from aurora.model.execution import Limits, Outcome, Program, Status
from aurora.model.task import SynthesisTask

_WALL = 2.0  # seconds of the clock for each of the processor, which others use too
_HOUSE = inspect.getsource(probe)


@dataclass(frozen=True, slots=True)
class Call:
    """What one call did; see `probe.probe`."""

    input: int
    out: str
    shown: str
    type: str
    error: str
    changed: bool
    stable: bool
    post: tuple[bool | int | None, ...]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What one candidate did: for each assert "" or the error, and its calls; `trouble` when the program broke."""

    asserts: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    trouble: str = ""

    @property
    def passes(self) -> bool:
        """Whether every assert held."""
        return not self.trouble and not any(self.asserts)

    @property
    def outputs(self) -> tuple[tuple[int, str], ...]:
        """(place of the input, canonical answer or error) of each call."""
        return tuple((call.input, call.out) for call in self.calls)

    def broken(self) -> tuple[int, ...]:
        """The places of the postconditions that did not hold on some call."""
        found = set()
        for call in self.calls:
            found |= {place for place, held in enumerate(call.post) if held is False}
        for place in range(max((len(call.post) for call in self.calls), default=0)):
            column = {call.post[place] for call in self.calls if call.post and type(call.post[place]) is int}
            if {1, -1} <= column:
                found.add(place)
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Probe:
    """What is asked of every candidate of a task: asserts, argument tuples (as texts), conditions (as expressions)."""

    task: SynthesisTask
    parameters: tuple[str, ...]
    inputs: tuple[str, ...] = ()
    preconditions: tuple[str, ...] = ()
    postconditions: tuple[str, ...] = ()
    asserts: tuple[str, ...] = ()
    most: int = 40  # calls
    seconds: float = 0.5  # of processor time, a call

    def program(self, code: str, seconds: float) -> Program:
        """The program that asks it of one candidate, in so many seconds at most."""
        return self._program("probe", {**self._request(), "code": [*self._given(), code]}, seconds)

    def _given(self) -> tuple[str, ...]:
        return self.task.setup, *self.task.library.values()

    def _request(self) -> dict[str, object]:
        return {
            "name": self.task.name,
            "parameters": self.parameters,
            "inputs": self.inputs,
            "preconditions": self.preconditions,
            "postconditions": self.postconditions,
            "asserts": self.asserts,
            "most": self.most,
            "seconds": self.seconds,
        }

    def _program(self, function: str, request: dict[str, object], seconds: float) -> Program:
        source = f"{_HOUSE}\nimport json\nresult = {function}(json.loads({json.dumps(request)!r}))\n"
        return Program(source=source, limits=Limits(wall_seconds=_WALL * seconds, cpu_seconds=seconds))

    def ask(self, sandbox: Sandbox, codes: Iterable[str], seconds: float = 5.0) -> Iterator[Behaviour]:
        """The behaviour of each candidate, a fresh program each, in their order."""
        return map(read, sandbox.run_all(self.program(code, seconds) for code in codes))

    def ask_together(
        self, sandbox: Sandbox, codes: Sequence[str], seconds: float = 5.0, alone: float = 1.0
    ) -> list[Behaviour]:
        """The behaviour of programs that trust each other, as those of one search do: all in one run, which costs a
        fraction; each in a run of its own of at most `alone` seconds when one of them breaks that."""
        if not codes:
            return []
        request = {**self._request(), "code": self._given(), "each": list(codes)}
        outcome = sandbox.run(self._program("probe_each", request, seconds))
        if outcome.status is not Status.OK or not isinstance(outcome.value, list):
            return list(self.ask(sandbox, codes, min(seconds, alone)))
        return [read_told(told) for told in cast("list[dict[str, Any] | str]", outcome.value)]

    def with_asserts(self, asserts: Sequence[str]) -> "Probe":
        """The same candidates asked for these asserts and nothing else."""
        return replace(self, asserts=tuple(asserts), inputs=())


def read(outcome: Outcome) -> Behaviour:
    """What a probe's outcome says."""
    if outcome.status is not Status.OK or not isinstance(outcome.value, dict):
        raised = f" {outcome.raised.type}: {outcome.raised.message}" if outcome.raised else ""
        return Behaviour(trouble=f"{outcome.status.value}{raised}")
    return read_told(cast("dict[str, Any]", outcome.value))


def read_told(told: dict[str, Any] | str) -> Behaviour:
    """What the probe told of one program."""
    if isinstance(told, str):
        return Behaviour(trouble=told)
    calls = tuple(Call(**{**call, "post": tuple(call["post"])}) for call in told["calls"])
    return Behaviour(tuple(told["asserts"]), calls)


def groups(behaviours: Sequence[Behaviour]) -> list[list[int]]:
    """The places of the behaviours that give the same answers, in the order of their first members."""
    found: dict[tuple[tuple[int, str], ...], list[int]] = {}
    for place, behaviour in enumerate(behaviours):
        found.setdefault(behaviour.outputs, []).append(place)
    return list(found.values())
