"""Where a failure comes from: traceback frames first, then Ochiai over the lines of each test."""

import ast
import math
from collections.abc import Iterable, Mapping, Sequence

from aurora.engines.repair.defects import defects
from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.model.answer import Fault
from aurora.pycode.parse import Source
from aurora.pycode.verdict import judge

_ASIDE = 0.4  # what remains of a line's suspicion when a traceback or a certain defect points elsewhere
_HEAD = 0.6  # suspicion of a function's head, as a share of its body's
_SOURCE = 0.75  # suspicion of a statement that gives a name its value, when the name's use raised
_GUARD = 0.95  # of the condition under which a statement raises, as a share of that statement's
_FLOOR = 0.12  # suspicion of a line that ran in no failing test, when it may still matter


def locate(probe: Probe, sources: Mapping[str, Source], told: Sequence[Fault] = ()) -> list[Fault]:
    """The suspected statements of the target files, most suspicious first (Abreu et al. 2007 for Ochiai).

    `told` are places that somebody names, such as the frames of a traceback.
    """
    if probe.broken is not None:
        return _of_frames([probe.broken], sources) or _absent(probe.broken, sources) or _everything(sources)
    failures = [trace.failure for trace in probe.failing if trace.failure]
    certain = [fault for path, source in sources.items() for fault in defects(source, path)]
    pointed = [*_of_frames(failures, sources), *_called(failures, sources)]
    scale = (_ASIDE if certain else 1.0) * (
        _ASIDE if all(each.status in ("error", "hang") for each in failures) else 1.0
    )
    faults = {
        (path, line): Fault(path, line, score * scale, f"runs in failing tests (Ochiai {score:.2f})")
        for (path, line), score in _ochiai(probe.traces).items()
        if path in sources
    }
    faults |= {(fault.path, fault.line): fault for fault in _heads(faults, sources)}
    for fault in (*pointed, *certain):
        faults[fault.path, fault.line] = fault
    named = [fault for fault in told if fault.path in sources]
    for fault in (*_stored(pointed, sources), *_guarding(pointed, sources), *named):
        known = faults.get((fault.path, fault.line))
        if known is None or known.suspicion < fault.suspicion:
            faults[fault.path, fault.line] = fault
    for trace in probe.failing:
        if trace.failure and trace.failure.status == "hang":
            faults |= {(fault.path, fault.line): fault for fault in _hot(trace, sources)}
    for fault in _everything(sources):
        faults.setdefault((fault.path, fault.line), fault)
    return sorted(faults.values(), key=lambda fault: (-fault.suspicion, fault.path, fault.line))


def unparsable(texts: Mapping[str, str]) -> tuple[Fault, ...]:
    """The places at which files do not parse."""
    found = [(path, judge(text).fault) for path, text in texts.items()]
    return tuple(
        Fault(path, fault.line, 1.0, f"{fault.kind}: {fault.message}", fault.start, fault.end)
        for path, fault in found
        if fault is not None
    )


def _of_frames(failures: Sequence[Failure], sources: Mapping[str, Source]) -> list[Fault]:
    found: dict[tuple[str, int], Fault] = {}
    for failure in failures:
        if failure.status not in ("error", "import"):
            continue
        inner = [frame for frame in failure.frames if frame[0] in sources]
        for depth, (path, line, name) in enumerate(reversed(inner)):
            suspicion = 1.0 if depth == 0 else max(0.9 - 0.1 * depth, 0.4)
            why = f"{failure.kind} in {name}: {failure.message}"
            found.setdefault((path, line), Fault(path, line, suspicion, why))
    return list(found.values())


def _absent(broken: Failure, sources: Mapping[str, Source]) -> list[Fault]:
    """The definitions of the files, when a name that the tests import is not among them."""
    why = f"{broken.kind}: {broken.message}"
    places = [(path, node) for path, source in sources.items() for node in source.tree.body]
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [Fault(path, node.lineno, 1.0, why) for path, node in places if isinstance(node, kinds)]


def _called(failures: Sequence[Failure], sources: Mapping[str, Source]) -> list[Fault]:
    """The definition of a function that was called with arguments that do not fit it."""
    found: list[Fault] = []
    for failure in failures:
        name = failure.message.partition("(")[0].rpartition(".")[2]
        if failure.kind == "TypeError" and "argument" in failure.message and name:
            found += [
                Fault(path, node.lineno, 1.0, f"TypeError: {failure.message}")
                for path, source in sources.items()
                for node in source.nodes(ast.FunctionDef)
                if node.name == name
            ]
    return found


def _stored(pointed: Sequence[Fault], sources: Mapping[str, Source]) -> list[Fault]:
    """Where the names of a statement that raised are given their values, in the same function."""
    found: list[Fault] = []
    for fault in pointed:
        source = sources[fault.path]
        for statement in source.nodes(ast.stmt):
            if statement.lineno == fault.line and fault.suspicion == 1.0:
                names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
                home = source.function(statement) or source.tree
                found += [
                    Fault(fault.path, node.lineno, _SOURCE, f"gives {name} its value, before {fault.why}")
                    for node in ast.walk(home)
                    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign)
                    for name in names & _targets(node)
                    if node is not statement
                ]
    return found


def _guarding(pointed: Sequence[Fault], sources: Mapping[str, Source]) -> list[Fault]:
    """The conditions under which a program raises on purpose, where it did."""
    found: list[Fault] = []
    for fault in pointed:
        source = sources[fault.path]
        for statement in source.nodes(ast.Raise):
            around = (node for node in source.ancestors(statement) if isinstance(node, ast.If | ast.While))
            guard = next(around, None) if statement.lineno == fault.line else None
            if guard is not None:
                found.append(Fault(fault.path, guard.lineno, _GUARD * fault.suspicion, f"decides on {fault.why}"))
    return found


def _targets(node: ast.Assign | ast.AugAssign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {inside.id for target in targets for inside in ast.walk(target) if isinstance(inside, ast.Name)}


def _hot(trace: Trace, sources: Mapping[str, Source]) -> list[Fault]:
    most = max(trace.lines.values(), default=1)
    lines = [
        Fault(path, line, 0.7 + 0.2 * math.log1p(count) / math.log1p(most), f"ran {count} times in a test that hangs")
        for (path, line), count in trace.lines.items()
        if path in sources and count > most / 10
    ]
    hot = {(fault.path, fault.line) for fault in lines}
    loops = [
        Fault(path, loop.lineno, 1.0, "a loop that did not end")
        for path, source in sources.items()
        for loop in source.nodes(ast.While)
        if (path, loop.body[0].lineno) in hot
    ]
    return [*lines, *loops]


def _ochiai(traces: Iterable[Trace]) -> dict[tuple[str, int], float]:
    traces = list(traces)
    failing = sum(trace.failure is not None for trace in traces)
    hit: dict[tuple[str, int], list[int]] = {}
    for trace in traces:
        for place in trace.lines:
            hit.setdefault(place, [0, 0])[trace.failure is None] += 1
    return {place: failed / math.sqrt(failing * (failed + passed)) for place, (failed, passed) in hit.items() if failed}


def _heads(faults: Mapping[tuple[str, int], Fault], sources: Mapping[str, Source]) -> list[Fault]:
    """The heads of functions, with parameters and defaults: suspicious as the worst line of the body, but less."""
    found: list[Fault] = []
    for path, source in sources.items():
        for node in source.nodes(ast.FunctionDef):
            lines = range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
            inside = [faults[path, line].suspicion for line in lines if (path, line) in faults]
            if inside:
                found.append(Fault(path, node.lineno, _HEAD * max(inside), f"{node.name} runs in failing tests"))
    return found


def _everything(sources: Mapping[str, Source]) -> list[Fault]:
    return [
        Fault(path, node.lineno, _FLOOR, "part of a target file")
        for path, source in sources.items()
        for node in source.nodes(ast.stmt)
    ]
