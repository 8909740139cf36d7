"""The command by which users test their project, run in the sandbox."""

import shlex
from collections.abc import Mapping
from dataclasses import replace

from aurora.adapters.projects.read import Project
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import Limits, Outcome, Program, Status
from aurora.model.task import Budget


def patched(project: Project, changed: Mapping[str, str]) -> Project:
    """The project with these files changed."""
    return replace(project, files={**project.files, **changed})


def run_tests(tools: Tools, project: Project, test: str, budget: Budget) -> Outcome | None:
    """Run the user's test command in the sandbox; None when none was given. Raises when it cannot be run at all."""
    if not test:
        return None
    words = _command(test)
    limits = Limits(wall_seconds=budget.seconds, cpu_seconds=budget.seconds, memory_mb=budget.memory_mb)
    outcome = tools.sandbox.run(Program(command=words, files=project.files, limits=limits))
    if outcome.status is Status.WALL_TIME or outcome.status is Status.CPU_TIME:
        raise BadInputError(
            f"did not end within {budget.seconds:g} s; nothing was changed.",
            where=f"--test {test!r}",
            next_step="Give a faster command or a larger --budget.",
        )
    if outcome.status is Status.RAISED or outcome.exit_code in (126, 127):  # not started, or a shell could not
        raise BadInputError(
            "cannot be run; nothing was changed.",
            where=f"--test {test!r}",
            next_step="Give a command that exists here, such as --test 'pytest -q'.",
        )
    return outcome


def _command(test: str) -> tuple[str, ...]:
    try:
        words = shlex.split(test)
    except ValueError as error:
        raise BadInputError(f"is not a command ({error}).", where=f"--test {test!r}") from None
    if words[:1] == ["pytest"]:
        words[:1] = ["python", "-m", "pytest"]
    return tuple(words)
