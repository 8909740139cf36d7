"""The command by which users test their project, run in the sandbox."""

import shlex
from collections.abc import Mapping
from dataclasses import replace

from aurora.adapters.projects.read import Project
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import Limits, Outcome, Program, Status
from aurora.model.task import Budget

_ENDED = (Status.WALL_TIME, Status.CPU_TIME)
_SKIP = 125  # as for `git bisect run`
_NO_TEST = (3, 4, 5)  # of pytest: an error of its own, wrong use, no test found


def patched(project: Project, changed: Mapping[str, str]) -> Project:
    """The project with these files changed."""
    return replace(project, files={**project.files, **changed})


def run_tests(tools: Tools, project: Project, test: str, budget: Budget) -> Outcome | None:
    """Run the user's test command in the sandbox; None when none was given. Raises when it cannot be run at all."""
    if not test:
        return None
    outcome = run_command(tools, project, test, budget)
    if outcome.status in _ENDED:
        raise BadInputError(
            f"did not end within {budget.seconds:g} s; nothing was changed.",
            where=f"--test {test!r}",
            next_step="Give a faster command or a larger --budget.",
        )
    if _away(outcome):
        raise BadInputError(
            "cannot be run; nothing was changed.",
            where=f"--test {test!r}",
            next_step="Give a command that exists here, such as --test 'pytest -q'.",
        )
    return outcome


def run_command(tools: Tools, project: Project, test: str, budget: Budget) -> Outcome:
    """What a test command did in the sandbox, whatever it did; raises `BadInputError` for words that are none."""
    limits = Limits(wall_seconds=budget.seconds, cpu_seconds=budget.seconds, memory_mb=budget.memory_mb)
    return tools.sandbox.run(Program(command=_command(test), files={**project.data, **project.files}, limits=limits))


def unjudged(outcome: Outcome, test: str) -> str:
    """Why what a test command did tells neither that the tests pass nor that they fail; empty where it does."""
    if outcome.status in _ENDED:
        return "did not end in time"
    if _away(outcome):
        return "cannot be run"
    if outcome.status not in (Status.OK, Status.EXITED):
        return f"was ended ({outcome.status})"
    if outcome.exit_code == _SKIP:
        return f"ended with status {_SKIP}, which says so"
    if outcome.exit_code in _NO_TEST and "pytest" in test:
        return f"ran no test (status {outcome.exit_code} of pytest)"
    return ""


def _away(outcome: Outcome) -> bool:
    """Whether a command was not started, or a shell could not start it."""
    return outcome.status is Status.RAISED or outcome.exit_code in (126, 127)


def _command(test: str) -> tuple[str, ...]:
    try:
        words = shlex.split(test)
    except ValueError as error:
        raise BadInputError(f"is not a command ({error}).", where=f"--test {test!r}") from None
    if words[:1] == ["pytest"]:
        words[:1] = ["python", "-m", "pytest"]
    return tuple(words)
