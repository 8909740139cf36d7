"""Which failing tests see the same fault, and the task of some of them alone."""

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from aurora.engines.repair.laboratory import Probe, Trace
from aurora.model.task import RepairTask
from aurora.pycode.parse import Function, Source, parse

Tests = frozenset[str]
"""Test functions, as "test_a.py::test_sum" or "test_a.py::TestSums::test_sum"."""


def test_of(trace: Trace) -> str:
    """The test function of a trace, whatever its parameters were."""
    path, _, rest = trace.name.partition("::")
    return f"{path}::{rest.partition('[')[0]}"


def failing_tests(probe: Probe) -> list[str]:
    """The test functions that fail, those that run the fewest lines first: they say best where the fault is."""
    lines: dict[str, int] = {}
    for trace in probe.failing:
        lines[test_of(trace)] = max(lines.get(test_of(trace), 0), len(trace.lines))
    return sorted(lines, key=lambda test: lines[test])


def groups(probe: Probe, sources: Mapping[str, Source]) -> list[Tests]:
    """The failing tests by the functions that they run: one group where some function is run by all of them. Those that
    run none, because it cannot be called, are a group as well.

    Those that raise come first: a certain defect draws suspicion from all else. A test that runs what several groups
    run is in none of them: it has to wait for each.
    """
    reached = _reached(probe, sources)
    everything = [frozenset(reached)]
    if not reached or set.intersection(*reached.values()):
        return everything
    for test, run in reached.items():
        reached[test] = run or {"none"}
    least = [test for test, run in reached.items() if not any(other < run for other in reached.values())]
    parted = reduce(lambda known, test: _joined(known, {test}, reached[test]), least, list[tuple[set[str], set[str]]]())
    for test in sorted(reached.keys() - set(least)):
        near = [members for members, run in parted if run & reached[test]]
        if len(near) == 1:
            near[0].add(test)
    raising = {test_of(trace) for trace in probe.failing if trace.failure and trace.failure.status == "error"}
    parted.sort(key=lambda group: not group[0] & raising)
    return [frozenset(members) for members, _ in parted] if len(parted) > 1 else everything


def _joined(
    known: Sequence[tuple[set[str], set[str]]], members: set[str], run: set[str]
) -> list[tuple[set[str], set[str]]]:
    """The groups with one more, in which those that it has something in common with are merged."""
    near = [group for group in known if group[1] & run]
    merged = members.union(*(group[0] for group in near)), run.union(*(group[1] for group in near))
    return [*(group for group in known if group not in near), merged]


def _reached(probe: Probe, sources: Mapping[str, Source]) -> dict[str, set[str]]:
    """The functions of the target files that each failing test runs, by "path:line"."""
    homes = {path: _homes(source) for path, source in sources.items()}
    found: dict[str, set[str]] = {}
    for trace in probe.failing:
        places = (f"{path}:{homes[path][line]}" for path, line in trace.lines if line in homes.get(path, ()))
        found.setdefault(test_of(trace), set()).update(places)
    return found


def _homes(source: Source) -> dict[int, int]:
    """Line -> the line of the innermost function that it is in the body of."""
    functions = sorted(source.nodes(ast.FunctionDef), key=lambda node: node.lineno)
    return {
        line: node.lineno
        for node in functions
        for line in range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
    }


def narrowed(task: RepairTask, away: Collection[str]) -> RepairTask:
    """The task without these test functions."""
    return replace(task, tests={path: _without(path, text, away) for path, text in task.tests.items()})


def _without(path: str, text: str, away: Collection[str]) -> str:
    if not any(test.startswith(f"{path}::") for test in away):
        return text
    source = parse(text, path)
    for node in sorted(source.nodes(ast.stmt), key=lambda node: node.lineno, reverse=True):
        if isinstance(node, Function) and not source.function(node) and f"{path}::{_name(source, node)}" in away:
            span = source.whole(node)
            text = f"{text[: span.start]}pass{text[span.end :]}"
    return text


def _name(source: Source, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    classes = [above.name for above in source.ancestors(node) if isinstance(above, ast.ClassDef)]
    return "::".join([*reversed(classes), node.name])
