"""Taint analysis of a project: the ways from outside input to a dangerous place, to a fixed point over all functions.

After the summary-based analysis of Reps, Horwitz and Sagiv, "Precise interprocedural dataflow analysis via graph
reachability" (POPL 1995), with flows kept by origin and by what they were made safe against.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from aurora.pycode.reading import Read, Reading
from aurora.pycode.taint.flows import CLEAN, Kind, Step, Value, joined, shorter
from aurora.pycode.taint.mentions import may_flow
from aurora.pycode.taint.names import Callee, Names, names_of
from aurora.pycode.taint.sources import comes_in
from aurora.pycode.taint.state import Summary
from aurora.pycode.taint.statements import summarised

_of_step = attrgetter("path", "line", "column", "text")
_ROUNDS = 8
_DEEPEST = 24  # functions that are looked at inside of each other


@dataclass(frozen=True, slots=True, order=True)
class Path:
    """One way of outside input to a place where it is dangerous; the first step is the source, the last the sink."""

    sink: Step
    kind: Kind
    steps: tuple[Step, ...]

    @property
    def source(self) -> Step:
        """Where the value comes from."""
        return self.steps[0]


def tainted_paths(files: Mapping[str, str], read: Read = Reading) -> tuple[Path, ...]:
    """All ways from outside input to a sink in the Python files that parse, in the order of the sinks.

    Nothing is run. A value is followed through assignments, containers, attributes, calls and returns; a check or a
    function that makes it safe against a danger ends the way for that danger. Calls that cannot be resolved pass on
    what they are given.
    """
    if not may_flow(files):
        return ()
    names = names_of(files, read)
    if not comes_in(names):
        return ()
    return tuple(sorted(_paths(_Project(names).settle()), key=_place))


class _Project:
    """All functions on their way to a fixed point; a function is looked at when the first caller asks for it."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.summaries: dict[str, Summary] = {}
        self._kept: dict[str, Value] = {}
        self._users: dict[str, set[str]] = {}  # by function or place: those that used what was known of it
        self._todo: dict[str, None] = dict.fromkeys(names.callees)
        self._depth = 0

    def settle(self) -> list[Summary]:
        """Look at every function, and again at those that used what has changed since; what is known then.

        A function whose checks depend on themselves may go to and fro for ever: it is told in both of its states.
        """
        for _ in range(_ROUNDS):
            for key in tuple(self._todo):
                if key in self._todo:
                    self._look(self.names.callees[key])
            held = _outside(self.summaries)
            for place, value in held.items():
                if value.keys() != self._kept.get(place, CLEAN).keys():
                    self._again(place)
            self._kept = held
        before = [self.summaries[key] for key in self._todo]
        for key in tuple(self._todo):
            if key in self._todo:
                self._look(self.names.callees[key])
        return [*before, *self.summaries.values()]

    def _ask(self, callee: Callee) -> None:
        """Look at a function that nobody looked at yet; not now when calls are nested too deeply, then once more."""
        if callee.id in self.summaries or callee.id not in self._todo or self._depth >= _DEEPEST:
            return
        try:
            self._look(callee)
        except RecursionError:
            self._todo[callee.id] = None

    def _look(self, callee: Callee) -> None:
        del self._todo[callee.id]
        self._depth += 1
        try:
            new, asked = summarised(self.names, callee, self.summaries, self._kept, self._ask)
        finally:
            self._depth -= 1
        for key in asked:
            self._users.setdefault(key, set()).add(callee.id)
        old, self.summaries[callee.id] = self.summaries.get(callee.id, Summary()), new
        if callee.id in self._users and new.essence != old.essence:
            self._again(callee.id)

    def _again(self, key: str) -> None:
        self._todo.update(dict.fromkeys(sorted(self._users.get(key, ()))))


def _outside(summaries: Mapping[str, Summary]) -> dict[str, Value]:
    """What attributes and globals hold that came from outside, wherever it was stored."""
    found: dict[str, Value] = {}
    for summary in summaries.values():
        for place, value in summary.stores.items():
            outer = {origin: flow for origin, flow in value.items() if origin.source is not None}
            if outer:
                found[place] = joined((found.get(place, CLEAN), outer))
    return found


def _place(path: Path) -> tuple[object, ...]:
    """What says the order of paths, in tuples alone, which are compared quickly."""
    return _of_step(path.sink), path.kind, tuple(map(_of_step, path.steps))


def _paths(summaries: Iterable[Summary]) -> list[Path]:
    best: dict[tuple[Step, Kind, Step], tuple[Step, ...]] = {}
    for summary in summaries:
        for (kind, sink), value in summary.sinks.items():
            for origin, flow in value.items():
                if origin.source is not None and kind not in flow.safe:
                    key, steps = (sink, kind, origin.source), flow.steps
                    best[key] = shorter(best.get(key, steps), steps)
    return [Path(sink, kind, steps) for (sink, kind, _), steps in best.items()]
