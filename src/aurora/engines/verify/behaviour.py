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
        request = {
            "code": [self.task.setup, *self.task.library.values(), code],
            "name": self.task.name,
            "parameters": self.parameters,
            "inputs": self.inputs,
            "preconditions": self.preconditions,
            "postconditions": self.postconditions,
            "asserts": self.asserts,
            "most": self.most,
            "seconds": self.seconds,
        }
        source = f"{_HOUSE}\nimport json\nresult = probe(json.loads({json.dumps(request)!r}))\n"
        return Program(source=source, limits=Limits(wall_seconds=seconds, cpu_seconds=seconds))

    def ask(self, sandbox: Sandbox, codes: Iterable[str], seconds: float = 5.0) -> Iterator[Behaviour]:
        """The behaviour of each candidate, a fresh program each, in their order."""
        return map(read, sandbox.run_all(self.program(code, seconds) for code in codes))

    def with_asserts(self, asserts: Sequence[str]) -> "Probe":
        """The same candidates asked for these asserts and nothing else."""
        return replace(self, asserts=tuple(asserts), inputs=())


def read(outcome: Outcome) -> Behaviour:
    """What a probe's outcome says."""
    if outcome.status is not Status.OK or not isinstance(outcome.value, dict):
        raised = f" {outcome.raised.type}: {outcome.raised.message}" if outcome.raised else ""
        return Behaviour(trouble=f"{outcome.status.value}{raised}")
    told = cast("dict[str, Any]", outcome.value)
    calls = tuple(Call(**{**call, "post": tuple(call["post"])}) for call in told["calls"])
    return Behaviour(tuple(told["asserts"]), calls)


def groups(behaviours: Sequence[Behaviour]) -> list[list[int]]:
    """The places of the behaviours that give the same answers, in the order of their first members."""
    found: dict[tuple[tuple[int, str], ...], list[int]] = {}
    for place, behaviour in enumerate(behaviours):
        found.setdefault(behaviour.outputs, []).append(place)
    return list(found.values())
