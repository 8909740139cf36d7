"""Simulation: a state that one step changes while a condition holds, or a number of times.

The step is searched for, the condition is deduced: where on the way of a state the answer is to be found says at which
states the loop goes on and at which it ends.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.growth import MOST, extent
from aurora.engines.synthesis.render import expression
from aurora.engines.synthesis.sketches.holes import FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, by_level, price
from aurora.engines.synthesis.types import Type
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.simulate"
_FARTHEST = 250  # steps of one example
_ROOM = 2000  # elements of all states of one example together, besides those that a step for each element needs
_LEVELS = range(3, 10)
_CONDITION = 6  # the dearest condition
_TRIED = 160  # conditions for one step
_WORDS = "until while repeat again become reach step steps year years times process simulate left becomes"
_POOL = (0, 1, 2, 3, 5, 6, 8, 13, 24, 60)


@dataclass(frozen=True, slots=True)
class Machine:
    """A state, the parameter it begins with, and the holes over it."""

    work: Work
    state: Entry
    captured: Captured
    holes: Holes
    outer: tuple[tuple[Any, ...], ...]

    def way(self, step: Callable[..., Any], example: int) -> list[Any]:
        """The states of an example from the first to the last that can be made, while they have room together."""
        value, outer = self.state.values[example], self.outer[example]
        states = [value]
        room = whole = _ROOM + extent(value) ** 2
        try:
            while len(states) <= _FARTHEST:
                value = step(value, *outer)
                size = extent(value)
                if size > min(MOST, room) or value == states[-1]:
                    break
                room -= size
                states.append(value)
        except FAILURES:
            pass
        self.work.space.bank.meter.spend(len(states) + whole - room)
        return states


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Steps, cheapest first, for every parameter as the state."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    machines = [_machine(work, entry) for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    results = Results(work)
    yield from by_level(owner, results, _STRATEGY, _LEVELS, partial(_level, machines, results))


def _level(machines: Sequence[Machine], results: Results, level: int) -> Iterator[bool | None]:
    for machine in machines:
        yield from machine.holes.fill(max(level, _CONDITION))
        for step in machine.holes.costing(level - 1, partial(_same, machine.state.type)):
            yield _answers(machine, step, results)


def _same(kind: Type, found: Type) -> bool:
    return bool(found == kind)


def _machine(work: Work, state: Entry) -> Machine:
    size = len(work.problem.inputs)
    points = [(example, value) for example, value in enumerate(state.values)]
    if state.type == "int":
        points += [(number % size, value) for number, value in enumerate(_POOL)]
    elif state.type == "str" or (isinstance(state.type, tuple) and state.type[0] == "list"):
        points += [(example, value[1:]) for example, value in points if value]
    captured = Captured.of(work, without=(state.text,))
    holes = Holes(work, {"state": [value for _, value in points]}, captured, [example for example, _ in points])
    return Machine(work, state, captured, holes, tuple(tuple(captured.at(example)) for example in range(size)))


def _answers(machine: Machine, step: Hole, results: Results) -> bool:
    """Whether the ways of a step lead to the outputs: as a number of steps, as the last state, as all states."""
    if not step.reads("state"):
        return False
    ways = [machine.way(step.run, example) for example in range(len(machine.state.values))]
    if max(map(len, ways)) < 3:
        return False
    found = _repeated(machine, step, ways, results)
    for kind, (words, places) in _MEANINGS.items():
        stops = [places(way, output) for way, output in zip(ways, machine.work.problem.outputs, strict=True)]
        if all(stop is not None for stop in stops):
            found |= _stopped(machine, step, ways, cast("list[int]", stops), kind, words, results)
    return found


def _count(way: list[Any], output: Any) -> int | None:
    return output if type(output) is int and 0 <= output < len(way) else None


def _last(way: list[Any], output: Any) -> int | None:
    return next((place for place, state in enumerate(way) if type(state) is type(output) and state == output), None)


def _all(way: list[Any], output: Any) -> int | None:
    size = len(output) if isinstance(output, list | tuple) else 0
    return size - 1 if 0 < size <= len(way) and list(output) == way[:size] else None


def _before(way: list[Any], output: Any) -> int | None:
    size = len(output) if isinstance(output, list | tuple) else 0
    return size if isinstance(output, list) and size < len(way) and output == way[:size] else None


def _total(way: list[Any], output: Any) -> int | None:
    total = 0
    for place, state in enumerate(way):
        if type(state) is not int or type(output) is not int:
            return None
        if total == output and place > 1:
            return place
        total += state
    return None


def _longer(way: list[Any], output: Any) -> int | None:
    return output - 1 if type(output) is int and 1 <= output <= len(way) else None


_MEANINGS: dict[str, tuple[str, Callable[[list[Any], Any], int | None]]] = {
    "count": ("steps times often many years count number", _count),
    "length": ("terms length many count sequence", _longer),
    "state": ("until repeat again left remains smallest next last", _last),
    "trace": ("sequence list all every", _all),
    "before": ("sequence list all every", _before),
    "total": ("sum total add", _total),
}


def _stopped(
    machine: Machine, step: Hole, ways: list[list[Any]], stops: list[int], kind: str, words: str, results: Results
) -> bool:
    """Find conditions that hold at the states before each stop and not at the stop."""
    if max(stops) < 2:
        return False
    tried = 0
    for cost in range(2, _CONDITION + 1):
        for condition in machine.holes.costing(cost, lambda found: found == "bool"):
            tried += 1
            machine.work.space.bank.meter.spend(len(ways))
            if tried > _TRIED:
                return False
            if condition.reads("state") and _separates(machine, condition, ways, stops):
                paid = price(machine.work, 3, _WORDS) + step.cost + cost + 1
                parts = (machine.state, step.entry, condition.entry)
                write = partial(_written, machine, step.text, condition.text, kind)
                return _offered(machine, paid, parts, f"{_WORDS} {words}", write, results)
    return False


def _separates(machine: Machine, condition: Hole, ways: list[list[Any]], stops: list[int]) -> bool:
    try:
        for way, stop, outer in zip(ways, stops, machine.outer, strict=True):
            if condition.run(way[stop], *outer) or not all(condition.run(state, *outer) for state in way[:stop]):
                return False
    except FAILURES:
        return False
    return True


def _offered(
    machine: Machine,
    cost: int,
    parts: tuple[Entry, ...],
    words: str,
    write: Callable[[], Written],
    results: Results,
) -> bool:
    outputs = machine.work.problem.outputs
    values = [list(output) if isinstance(output, tuple) else output for output in outputs]
    return results.offer(values, cost, parts, words, write)


_FORMS = {
    "count": ("count = 0", "    count += 1", "count"),
    "length": ("count = 1", "    count += 1", "count"),
    "state": ("", "", "state"),
    "trace": ("states = [state]", "    states.append(state)", "states"),
    "before": ("states = []", "    states.append(state)", "states"),
    "total": ("total = 0", "    total += state", "total"),
}


def _written(machine: Machine, step: str, condition: str, kind: str) -> Written:
    before, inside, result = _FORMS[kind]
    change = f"    state = {step}"
    body = [inside, change] if kind in ("before", "total") else [change, inside]
    lines = [f"state = {machine.state.text}", before, f"while {condition}:", *body]
    return "\n".join(line for line in lines if line), result


def _repeated(machine: Machine, step: Hole, ways: list[list[Any]], results: Results) -> bool:
    """A step done as often as another parameter says."""
    found = False
    for place, entry in enumerate(machine.captured.entries):
        if entry.type != "int" or not all(0 <= times < 10**4 for times in entry.values):
            continue
        values = [_after(way, times) for way, times in zip(ways, entry.values, strict=True)]
        if any(value is None for value in values):
            continue
        cost = price(machine.work, 3, _WORDS) + step.cost + machine.captured.entries[place].cost
        write = partial(_written_times, machine, step.text, entry)
        found |= results.offer(values, cost, (machine.state, step.entry, entry), _WORDS, write)
    return found


def _after(way: Sequence[Any], times: int) -> Any:
    """The state after some steps; a way that ended early stays at its last state when that is a fixed point."""
    return way[min(times, len(way) - 1)] if times < len(way) or len(way) < _FARTHEST else None


def _written_times(machine: Machine, step: str, times: Entry) -> Written:
    return f"state = {machine.state.text}\nfor _ in range({expression(times)[0]}):\n    state = {step}", "state"
