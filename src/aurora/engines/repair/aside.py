"""Test files that cannot run here, whatever the files under repair become: a module or a plugin is not installed."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from aurora.engines.repair.laboratory import Failure, Probe
from aurora.engines.repair.memory import imported_names
from aurora.model.task import RepairTask

_MODULE = re.compile(r"No module named '(\w+)")
_FIXTURE = re.compile(r"^\('(\w+)'")


def unrunnable(task: RepairTask, probe: Probe) -> Mapping[str, str]:
    """Test file -> why it cannot be run; empty where a change of the targets may help, or where no test is left."""
    found = {**_importing(task, probe.broken), **_asking(probe)}
    aids = {path for path in task.tests if PurePosixPath(path).name == "conftest.py"}
    return found if task.tests.keys() - found.keys() - aids and not aids & found.keys() else {}


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
    """The test files with tests that ask for a fixture which nothing here provides."""
    found: dict[str, str] = {}
    for trace in probe.failing:
        lack = trace.failure and trace.failure.kind == "FixtureLookupError" and _FIXTURE.search(trace.failure.message)
        if lack:
            path = trace.name.partition("::")[0]
            found[path] = f"{path} was not run: it needs the fixture {lack.group(1)}, which nothing here provides."
    return found
