"""Analysis modes: each looks at texts and reports findings; it never runs or changes them."""

from collections.abc import Callable
from typing import TypeAlias

from aurora.model.finding import Finding, Sources
from aurora.registry.declare import Contract, Law

Analysis: TypeAlias = Callable[[Sources], tuple[Finding, ...]]
"""Findings in the order of places."""

Findings: TypeAlias = tuple[Finding, ...]


def _ask(run: Analysis, given: Sources) -> Findings:
    return run(given)


def _unordered(_run: Analysis, _given: Sources, answer: Findings) -> str | None:
    return None if list(answer) == sorted(answer) else "findings are not in the order of places"


def _nowhere(_run: Analysis, given: Sources, answer: Findings) -> str | None:
    strangers = [found for found in answer if not 1 <= found.line <= given[found.path].count("\n") + 1]
    return f"{strangers[0]} names a line that is not there" if strangers else None


def _differs(run: Analysis, given: Sources, answer: Findings) -> str | None:
    return None if run(given) == answer else "a second look finds something else"


ANALYSIS: Contract[Analysis, Sources, Findings] = Contract(
    "analysis mode",
    _ask,
    (
        Law("findings in the order of places", _unordered),
        Law("every finding has a place", _nowhere),
        Law("same answer twice", _differs),
    ),
)
