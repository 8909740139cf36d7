"""Small problems and the values of answers, for tests of the synthesis engine."""

from collections.abc import Iterable
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.problem import read
from aurora.engines.synthesis.render import expression
from aurora.model.answer import Candidate
from aurora.model.effort import SECOND
from aurora.model.task import SynthesisTask


def problem(signature: str, *asserts: str, prompt: str = "", setup: str = "") -> Problem:
    """A problem as the engine reads it from a task."""
    return read(SynthesisTask(prompt=prompt, signature=signature, setup=setup, asserts=asserts))


def bench_for(library: Library, seconds: float) -> Bench:
    """A workbench for the steps of so many seconds, with a deadline that a stalled machine keeps."""
    return Bench(library, 60 * seconds, steps=int(seconds * SECOND))


def called(code: str, call: str) -> Any:
    """The value of a call of the function in some code."""
    scope: dict[str, Any] = {}
    exec(code, scope)
    return eval(call, scope)


def first(steps: Iterable[Candidate | None]) -> Candidate:
    """The first candidate of a search that finds one."""
    return next(candidate for candidate in steps if candidate)


def texts(entries: Iterable[Entry]) -> set[str]:
    """The programs of some entries as texts."""
    return {expression(entry)[0] for entry in entries}
