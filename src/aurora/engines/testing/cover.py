"""Adds tests to a project until so much of its code is reached: measure, aim at what is not, keep what reaches more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Coverage, Covered, Wanted, Written
from aurora.model.execution import Limits, Program
from aurora.model.progress import Progress, Watch
from aurora.model.purse import Purse
from aurora.model.task import Budget
from aurora.pycode.mutants import placed_mutants

_ROUNDS = 3  # of a module, each with another seed
_HALF, _TOO_LITTLE = 0.5, 0.05  # of what is left, for a round; of the budget, with which none is begun
_MUTANTS = 8  # of a module
_TOGETHER = 4  # that are run between two looks at the clock
_MEASURE = """import json, os, sys
import coverage
if {lean}:
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
sys.path[:0] = {roots!r}
sys.dont_write_bytecode = True
watched = coverage.Coverage(branch=True, data_file=None, include={sources!r}, messages=False)
watched.start()
import pytest
class Count:
    tests = 0
    def pytest_runtest_logreport(self, report):
        self.tests += report.when == "call"
count = Count()
status = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir=.", *{tests!r}], plugins=[count])
watched.stop()
result = {{"status": int(status), "tests": count.tests}}
data = watched.get_data()
data.add_arcs({{}})
data.touch_files([os.path.abspath(name) for name in {sources!r}])  # what no test imports counts too
try:
    watched.json_report(outfile="measured.json", ignore_errors=True)
    result |= json.load(open("measured.json"))["files"]
except coverage.exceptions.NoDataError:
    pass
"""

_LEAN = (
    "import os,sys;os.environ['PYTEST_DISABLE_PLUGIN_AUTOLOAD']='1';import pytest;sys.exit(pytest.main(sys.argv[1:]))"
)

Write = Callable[[Wanted, Budget, Watch], Written]


def cover(
    sandbox: Sandbox, write: Write, files: Mapping[str, str], target: float, budget: Budget, watch: Watch
) -> Covered:
    """See `Author.cover`; the modules with the most that is not reached come first.

    Each round of a module may use half of what is left of the budget.
    """
    purse = Purse(budget)
    watch(Progress("measure"))
    before = measure(sandbox, files, budget)
    if before is None:
        return Covered(
            Coverage(0, 0, {}, False), Coverage(0, 0, {}, False), {}, ended="the tests could not be measured"
        )
    if not before.passed:
        return Covered(before, before, {}, ended="tests fail as it is")
    now, added, unstable = before, dict[str, str](), list[str]()
    for path in sorted(before.missing, key=lambda name: (-len(before.missing[name]), name)):
        for number in range(_ROUNDS):
            if now.share >= target or not now.missing.get(path) or purse.left < budget.seconds * _TOO_LITTLE:
                break
            watch(Progress("aim", round(100 * now.share), 100, path))
            part = replace(purse.share(_HALF), seed=budget.seed + number)
            out = _free({**files, **added}, path)
            wanted = Wanted({**files, **added}, path, out, aim=now.missing[path])
            written = write(wanted, part, watch)
            unstable += written.unstable
            after = measure(sandbox, {**files, **added, out: written.text}, budget) if written.text else None
            if after is not None and after.passed and after.reached > now.reached:
                now, added[out] = after, written.text
    late = purse.left < budget.seconds * _TOO_LITTLE
    ended = "reached" if now.share >= target else "the budget was spent" if late else "plateau"
    found = Covered(before, now, added, ended=ended, unstable=tuple(unstable))
    return _mutated(sandbox, found, files, purse, watch) if added else found


def measure(sandbox: Sandbox, files: Mapping[str, str], budget: Budget) -> Coverage | None:
    """Run all tests of the project under coverage.py; None when that does not come to an end. Without tests nothing
    is reached."""
    tests, sources = _tests(files), _sources(files)
    if not tests:
        lines = {name: frozenset(range(1, files[name].count("\n") + 2)) for name in sources}
        return Coverage(0, sum(map(len, lines.values())), lines, True)
    lean = _measured(sandbox, files, budget, tests, sources, lean=True)
    return lean if lean is not None and lean.passed else _measured(sandbox, files, budget, tests, sources, lean=False)


def _measured(
    sandbox: Sandbox, files: Mapping[str, str], budget: Budget, tests: list[str], sources: list[str], *, lean: bool
) -> Coverage | None:
    """`lean` leaves out the plugins that are only installed, which cost seconds; tests that need one fail then."""
    text = _MEASURE.format(lean=lean, roots=[".", "src"], sources=sources, tests=tests)
    seconds = 30.0 + budget.seconds * 2
    limits = Limits(wall_seconds=3 * seconds, cpu_seconds=seconds, memory_mb=budget.memory_mb)
    outcome = sandbox.run(Program(source=text, files=files, limits=limits))
    return _read(outcome.value, sources) if outcome.ok and isinstance(outcome.value, dict) else None


def _read(told: dict[str, Any], sources: Sequence[str]) -> Coverage:
    status, tests = told.pop("status"), told.pop("tests")
    missing = {}
    for name in sources:
        found = told.get(name, {})
        ways = {abs(origin) for origin, _ in found.get("missing_branches", ())}
        if lines := {*found.get("missing_lines", ()), *ways}:
            missing[name] = frozenset(lines)
    sums = [each["summary"] for each in told.values()]
    reached = sum(each["covered_lines"] + each["covered_branches"] for each in sums)
    total = sum(each["num_statements"] + each["num_branches"] for each in sums)
    return Coverage(reached, total, missing, status in (0, 5), tests)


def _mutated(sandbox: Sandbox, found: Covered, files: Mapping[str, str], purse: Purse, watch: Watch) -> Covered:
    """How many changes of the lines that were aimed at the tests notice, before and with the new ones; of as many as
    the purse has time for, but of some always."""
    changes = [
        (path, mutant.text)
        for path, lines in found.before.missing.items()
        if found.after.missing.get(path, frozenset()) != lines
        for mutant in placed_mutants(files[path], _MUTANTS, range(min(lines), max(lines) + 1))
    ]
    tried = before = after = 0
    while tried < len(changes) and not (tried and purse.spent):
        watch(Progress("run mutants", tried, len(changes)))
        old = [{**files, path: text} for path, text in changes[tried : tried + _TOGETHER]]
        before += _failing(sandbox, old, purse.share()) if _tests(files) else 0
        after += _failing(sandbox, [{**each, **found.files} for each in old], purse.share())
        tried += len(old)
    return replace(found, noticed_before=before, noticed_after=after, mutants=tried)


def _failing(sandbox: Sandbox, projects: Sequence[Mapping[str, str]], budget: Budget) -> int:
    """In how many of the projects the tests do not pass."""
    limits = Limits(wall_seconds=60.0, cpu_seconds=20.0 + budget.seconds, memory_mb=budget.memory_mb)
    command = ("python", "-B", "-c", _LEAN, "-q", "-x", "-p", "no:cacheprovider", "--rootdir=.")
    programs = (Program(command=(*command, *_tests(files)), files=files, limits=limits) for files in projects)
    return sum(not outcome.ok for outcome in sandbox.run_all(programs))


def _tests(files: Mapping[str, str]) -> list[str]:
    return [name for name in files if _is_test(name)]


def _sources(files: Mapping[str, str]) -> list[str]:
    folders = {"test", "tests"}
    return [
        name
        for name in files
        if name.endswith(".py")
        and not _is_test(name)
        and PurePosixPath(name).name != "conftest.py"
        and not folders & set(PurePosixPath(name).parts[:-1])
    ]


def _is_test(name: str) -> bool:
    last = PurePosixPath(name).name
    return last.endswith("_test.py") or (last.startswith("test_") and last.endswith(".py"))


def _free(files: Mapping[str, str], path: str) -> str:
    """A name for a new test file, in the folder that holds most of the tests; never one that is taken."""
    folders = [str(PurePosixPath(name).parent) for name in _tests(files)]
    folder = max(dict.fromkeys(folders), key=folders.count) if folders else "."
    stem = f"test_{PurePosixPath(path).stem}"
    names = (f"{stem}.py", *(f"{stem}_{number}.py" for number in range(2, 1000)))
    taken = {PurePosixPath(name).name for name in files}
    return str(PurePosixPath(folder) / next(name for name in names if name not in taken))
