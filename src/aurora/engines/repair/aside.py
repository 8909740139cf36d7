"""Test files that cannot run here, whatever the files under repair become: a module or a plugin is not installed."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from aurora.engines.repair.apart import test_of
from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.engines.repair.memory import imported_names
from aurora.model.task import RepairTask

_MODULE = re.compile(r"No module named '(\w+)")
_FIXTURE = re.compile(r"^\('(\w+)'")
_COROUTINE = "async def functions are not natively supported"  # as pytest says it


def unrunnable(task: RepairTask, probe: Probe) -> Mapping[str, str]:
    """Test file, or test function where others of its file can be run -> why it cannot be run; empty where a change of
    the targets may help, or where no test is left."""
    found = {**_importing(task, probe.broken), **_asking(probe)}
    aids = {path for path in task.tests if PurePosixPath(path).name == "conftest.py"}
    return found if task.tests.keys() - found.keys() - aids and not aids & found.keys() else {}


def stranded(probe: Probe) -> tuple[str, ...]:
    """Why none of the tests can be run here, whatever the targets become; empty where one can."""
    reasons = _asking(probe)
    return tuple(reasons.values()) if probe.traces and all(map(_lack, probe.traces)) else ()


def _importing(task: RepairTask, broken: Failure | None) -> dict[str, str]:
    """The test files that import a module which is not installed."""
    lack = _MODULE.search(broken.message) if broken and broken.kind == "ModuleNotFoundError" else None
    own = {part.removesuffix(".py") for path in task.files for part in PurePosixPath(path).parts}
    if lack is None or lack.group(1) in own:
        return {}
    return {
        path: f"{path} was not run: it needs {lack.group(1)}, which is not installed here."
        for path, text in task.tests.items()
        if lack.group(1) in {each.partition(".")[0] for each in imported_names(text)}
    }


def _asking(probe: Probe) -> dict[str, str]:
    """The test files, or functions of them, that ask for what nothing here provides."""
    able = {trace.name.partition("::")[0] for trace in probe.traces if not _lack(trace)}
    found: dict[str, str] = {}
    for trace in probe.failing:
        if lack := _lack(trace):
            path = trace.name.partition("::")[0]
            name = test_of(trace) if path in able else path
            found[name] = f"{name} was not run: {lack}"
    return found


def _lack(trace: Trace) -> str:
    """What a test asks for that nothing here provides: a fixture, or somebody to run its coroutine."""
    failure = trace.failure
    if failure and failure.kind == "FixtureLookupError" and (lack := _FIXTURE.search(failure.message)):
        return f"it needs the fixture {lack.group(1)}, which nothing here provides."
    if failure and failure.kind == "Failed" and failure.message.startswith(_COROUTINE):
        return "it needs a plugin that runs coroutines, such as pytest-asyncio, and none runs it here."
    return ""
