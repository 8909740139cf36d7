"""Runs tests under pytest and says what they reach and which one fails first (guest side)."""

import contextlib
import io
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import coverage
import pytest

from aurora.model.execution import Json

_BLOCKED = ("cacheprovider", "hypothesispytest", "xdist", "timeout", "schemathesis", "cov", "randomly")
_OPTIONS = (
    *("-q", "--no-header", "-o", "addopts=", "--rootdir=.", "-W", "ignore"),
    *(word for name in _BLOCKED for word in ("-p", f"no:{name}")),
)
_RUNNING, _REPORT = Path(".aurora-running"), Path(".aurora-coverage.json")


class _Watcher:
    """A plugin that notes how each test ends, and under its name what it reaches."""

    def __init__(self, measure: coverage.Coverage | None = None) -> None:
        self._measure = measure
        self.passed: dict[str, bool] = {}
        self.seconds: dict[str, float] = {}
        self.broken = ""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        _RUNNING.write_text(item.nodeid, "utf-8")
        if self._measure is not None:
            self._measure.switch_context(item.nodeid)
        result = yield
        if self._measure is not None:
            self._measure.switch_context("")
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.passed[report.nodeid] = self.passed.get(report.nodeid, True) and report.outcome != "failed"
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken = self.broken or f"{report.nodeid}: {str(report.longrepr).strip().splitlines()[-1]}"


def _run(words: list[str], watcher: _Watcher) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return int(pytest.main([*_OPTIONS, *words], plugins=[watcher]))


def kill(request: dict[str, Any]) -> Json:
    """The first of the `tests` that fails, in their order; empty when all pass."""
    watcher = _Watcher()
    code = _run(["-x", *request["tests"]], watcher)
    failed = [test for test, passed in watcher.passed.items() if not passed]
    return (failed or ([watcher.broken or "collection"] if code not in (0, 1) else [""]))[0]


def cover(request: dict[str, Any]) -> Json:
    """What the test files `tests` reach of the files `asked`.

    {"files": {path: coverage's own figures}, "tests": [[id, passed, seconds, lines, branches]], "reach": {path: {line:
    [places of tests]}}, "broken": why tests could not be collected, or empty}.
    """
    measure = coverage.Coverage(data_file=None, branch=True, config_file=False, source=["."], messages=False)
    watcher = _Watcher(measure)
    measure.start()
    try:
        _run(request["tests"], watcher)
    finally:
        measure.stop()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(coverage.exceptions.NoDataError):
        measure.json_report(morfs=request["asked"], outfile=str(_REPORT), ignore_errors=True)
    report: dict[str, Any] = json.loads(_REPORT.read_text("utf-8")) if _REPORT.is_file() else {"files": {}}
    names, data = list(watcher.passed), measure.get_data()
    figures = {path: [0, 0] for path in names}
    reach: dict[str, Json] = {}
    places = {name: place for place, name in enumerate(names)}
    for path, file in report["files"].items():
        lines = _lines(data, str(Path(path).resolve()), places)
        reach[path] = {str(line): [*tests[:50]] for line, tests in lines.items()}
        for test in chain.from_iterable(data.contexts_by_lineno(str(Path(path).resolve())).values()):
            figures.get(test, [0, 0])[0] += 1
        _count(data, str(Path(path).resolve()), {tuple(arc) for arc in file["executed_branches"]}, figures)
    told: list[Json] = [[name, watcher.passed[name], watcher.seconds[name], *figures[name]] for name in names]
    files = {path: _figures(file) for path, file in report["files"].items()}
    return {"files": files, "tests": told, "reach": reach, "broken": watcher.broken}


def _figures(file: dict[str, Any]) -> Json:
    summary = file["summary"]
    return {
        "statements": summary["num_statements"],
        "missing": file["missing_lines"],
        "branches": summary["num_branches"],
        "missing_branches": file["missing_branches"],
    }


def _lines(data: coverage.CoverageData, path: str, places: dict[str, int]) -> dict[int, list[int]]:
    """For each line the tests that reach it, by their places; all tests for one that runs when it is imported."""
    found = data.contexts_by_lineno(path)
    reached = {line: [places[each] for each in contexts if each in places] for line, contexts in sorted(found.items())}
    return {line: sorted(tests) or list(places.values()) for line, tests in reached.items()}


def _count(
    data: coverage.CoverageData, path: str, branches: set[tuple[int, ...]], figures: dict[str, list[int]]
) -> None:
    for name, figure in figures.items():
        data.set_query_context(name)
        figure[1] += len(branches.intersection(data.arcs(path) or ()))
    data.set_query_contexts(None)
