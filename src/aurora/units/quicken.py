"""How an optimization mode asks for a whole project: file by file within one budget, told as one result."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from aurora.contracts.mode import World
from aurora.model.errors import BadInputError
from aurora.model.finding import Finding, Severity
from aurora.model.mode import Result
from aurora.model.optimization import Attempt, Optimization
from aurora.model.purse import Purse
from aurora.model.quicker import Quicker, Slow
from aurora.model.verdict import Check
from aurora.pycode.edit import unified
from aurora.pycode.verdict import judge


def quickened(given: Slow, world: World, kind: str) -> Result[Quicker]:
    """Rewrite the files by rewrites of a kind (empty: all); done when at least one was kept.

    Raises `BadInputError` for a file that is not there or is not Python, and for a function that no file has.
    """
    _insist_on_function(given)
    for path in given.targets:
        _insist(given.files, path)
    purse, steps = Purse(world.budget), world.budget.steps
    files, parts, late = dict(given.files), list[Optimization](), list[str]()
    for path in given.targets:
        left = steps - sum(len(made.attempts) for made in parts)
        if parts and (purse.spent or left <= 0 < steps):
            late.append(path)
            continue
        made = world.optimize.optimize(
            files,
            path,
            replace(purse.share(), steps=left if steps else 0),
            function=given.function,
            kind=kind,
            tests=given.tests,
            calls=given.calls,
            watch=world.watch,
        )
        files |= made.changed
        parts.append(made)
    merged = Optimization(
        {path: text for made in parts for path, text in made.changed.items()},
        tuple(attempt for made in parts for attempt in made.attempts),
        {name: count for made in parts for name, count in made.inputs.items()},
        tuple(dict.fromkeys([*(note for made in parts for note in made.notes), *_untried(late)])),
    )
    diff = "".join(unified(given.files[path], merged.changed[path], path) for path in sorted(merged.changed))
    findings = tuple(sorted(_finding(each) for each in merged.kept))
    used = tuple(dict.fromkeys(each.rewrite for each in merged.kept))
    return Result(Quicker(merged, diff), tuple(_evidence(merged)), findings, bool(merged.kept), used)


def _untried(late: list[str]) -> Iterator[str]:
    if late:
        yield f"The budget was spent before these files were looked at: {', '.join(late)}."


def _insist(files: Mapping[str, str], path: str) -> None:
    if path not in files:
        raise BadInputError("is not among the files.", where=path)
    fault = judge(files[path]).fault
    if fault is not None:
        raise BadInputError(
            f"is not Python ({fault.message}).", where=f"{path}:{fault.line}", next_step="Fix it first."
        )


def _insist_on_function(given: Slow) -> None:
    wanted = re.compile(rf"^(?:async )?def {re.escape(given.function)}\b", re.MULTILINE)
    if given.function and not any(wanted.search(given.files.get(path, "")) for path in given.targets):
        raise BadInputError(f"no function {given.function!r} stands at the top of a file.", where="function")


def _evidence(merged: Optimization) -> Iterator[Check]:
    for each in merged.kept:
        yield Check("gain", f"{each.rewrite.rpartition('.')[2]} in {each.function}", True, each.why)
    for note in merged.notes:
        yield Check("note", note, False)


def _finding(each: Attempt) -> Finding:
    rule = each.rewrite.rpartition(".")[2]
    return Finding(each.path, each.line, 1, rule, f"`{each.function}` was rewritten. {each.why}", Severity.NOTE)
