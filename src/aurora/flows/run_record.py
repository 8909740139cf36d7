"""The record of a run as files: code, tests, patches, scores, corpus, call graph, differences, report."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from aurora.adapters.report.html import render
from aurora.adapters.runs.folder import RunFolder, Runs, Scores, changed_graph, changed_scores
from aurora.flows.remember import record_of
from aurora.model.answer import Found, Repair, Synthesis
from aurora.model.record import to_plain
from aurora.model.run import FunctionResult, Run
from aurora.model.verdict import Verdict

TREND = 20  # runs in a sparkline
CONFTEST = '''"""Finds the functions of this specification: `pytest` in the run folder runs their tests."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "src" / HERE.name))
'''


def write_record(runs: Runs, folder: RunFolder, run: Run) -> tuple[Run, Path]:
    """Write every file of the run folder; returns the run with its history and the report's path."""
    previous = runs.latest()
    scores = _scores(run)
    graph = {_key(result): [f"{result.spec}.{name}" for name in result.calls] for result in run.functions}
    old_scores, old_graph = runs.scores(previous), runs.graph(previous)
    differences = changed_scores(old_scores, scores) if previous else {}
    calls = changed_graph(old_graph, graph) if previous else {}
    facts = _facts(run, previous)
    history = [*runs.history(TREND - 1), facts]
    trends = {name: tuple(float(each.get(name, 0)) for each in history) for name in ("verified", "seconds")}
    run = replace(run, previous=previous, trends=trends, curve=runs.curve())

    _write_sources(folder, run)
    folder.write_json("scores.json", scores)
    folder.write_json("scores_diff.json", differences)
    folder.write_json("call_graph.json", graph)
    folder.write_json("graph_diff.json", calls)
    folder.write("corpus.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _corpus(run)))
    report = folder.write("report.html", render(run, {**differences, "calls": calls} if previous else {}))
    folder.finish(facts)
    runs.point_to(run.id)
    return run, report


def _key(result: FunctionResult) -> str:
    return f"{result.spec}.{result.task.name}"


def _facts(run: Run, previous: str) -> dict[str, Any]:
    return {
        "id": run.id,
        "started": run.started,
        "ended": run.ended,
        "version": run.version,
        "seed": run.seed,
        "configuration": dict(run.configuration),
        "interrupted": run.interrupted,
        "functions": len(run.functions),
        **{str(verdict): run.count(verdict) for verdict in Verdict},
        "projects": len(run.projects),
        "repaired": run.repaired,
        "seconds": round(_seconds(run), 3),
        "protections": list(run.protections),
        "previous": previous,
    }


def _seconds(run: Run) -> float:
    return sum(each.answer.seconds for each in run.functions) + sum(each.answer.seconds for each in run.projects)


def _scores(run: Run) -> Scores:
    functions = {_key(result): _score(result.answer) for result in run.functions}
    return functions | {f"examples.{result.name}": _score(result.answer) for result in run.projects}


def _score(answer: Synthesis | Repair) -> dict[str, Any]:
    passed = sum(check.passed for check in answer.judgement.checks)
    total = len(answer.judgement.checks)
    return {
        "verdict": str(answer.verdict),
        "passed": passed,
        "total": total,
        "score": round(passed / total, 4) if total else 0.0,
        "seconds": round(answer.seconds, 3),
        "strategy": answer.strategy,
        "tried": answer.tried,
    }


def _write_sources(folder: RunFolder, run: Run) -> None:
    for result in run.functions:
        if result.answer.verdict.answered:
            called = [folded.answer.code for folded in run.functions if _called(result, folded)]
            folder.write(f"src/{result.spec}/{result.task.name}.py", "\n\n\n".join([*called, result.answer.code]))
        if result.answer.tests:
            folder.write(f"tests/{result.spec}/test_{result.task.name}.py", result.answer.tests)
            folder.write(f"tests/{result.spec}/conftest.py", CONFTEST)
    for project in run.projects:
        if project.diff:
            folder.write(f"patches/{project.name}.diff", project.diff)


def _called(caller: FunctionResult, other: FunctionResult) -> bool:
    return caller.spec == other.spec and other.task.name in caller.calls


def _corpus(run: Run) -> Iterator[Mapping[str, Any]]:
    """The records of formats.md, section 7: what `aurora corpus import` takes."""
    for each in run.functions:
        made = f"run {run.id}"
        yield to_plain(
            each.record or record_of(each.task, each.answer, Found(), spec=each.spec, provenance=made, calls=each.calls)
        )
