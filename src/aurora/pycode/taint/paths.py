"""Taint analysis of a project: the ways from outside input to a dangerous place, to a fixed point over all functions.

After the summary-based analysis of Reps, Horwitz and Sagiv, "Precise interprocedural dataflow analysis via graph
reachability" (POPL 1995), with flows kept by origin and by what they were made safe against.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from aurora.pycode.reading import Read, Reading
from aurora.pycode.taint.flows import CLEAN, Kind, Step, Value, joined
from aurora.pycode.taint.mentions import may_flow
from aurora.pycode.taint.names import names_of
from aurora.pycode.taint.state import Summary
from aurora.pycode.taint.statements import summarised

_ROUNDS = 8


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
    summaries: dict[str, Summary] = {}
    used: dict[str, frozenset[str]] = {}
    kept: dict[str, Value] = {}
    todo = list(names.callees.values())
    for _ in range(_ROUNDS):
        new = {callee.id: summarised(names, callee, summaries, kept) for callee in todo}
        changed = {key for key, (each, _) in new.items() if _differs(each, summaries.get(key))}
        summaries |= {key: each for key, (each, _) in new.items()}
        used |= {key: asked for key, (_, asked) in new.items()}
        held = _outside(summaries)
        changed |= {place for place, value in held.items() if value.keys() != kept.get(place, CLEAN).keys()}
        kept = held
        todo = [callee for callee in names.callees.values() if not changed.isdisjoint(used[callee.id])]
    return tuple(sorted(_paths(summaries)))


def _differs(new: Summary, old: Summary | None) -> bool:
    return new.essence != (old or Summary()).essence


def _outside(summaries: Mapping[str, Summary]) -> dict[str, Value]:
    """What attributes and globals hold that came from outside, wherever it was stored."""
    found: dict[str, Value] = {}
    for summary in summaries.values():
        for place, value in summary.stores.items():
            outer = {origin: flow for origin, flow in value.items() if origin.source is not None}
            if outer:
                found[place] = joined((found.get(place, CLEAN), outer))
    return found


def _paths(summaries: Mapping[str, Summary]) -> set[Path]:
    best: dict[tuple[Step, Kind, Step], Path] = {}
    for summary in summaries.values():
        for (kind, sink), value in summary.sinks.items():
            for origin, flow in value.items():
                if origin.source is not None and kind not in flow.safe:
                    path = Path(sink, kind, flow.steps)
                    key = (sink, kind, origin.source)
                    best[key] = min(best.get(key, path), path, key=lambda each: (len(each.steps), each.steps))
    return set(best.values())
