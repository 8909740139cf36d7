"""Look at a file or a project: the linter and every mode that needs nothing but texts, one list of findings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from aurora.adapters.projects.read import read_project
from aurora.components.processing.load_balancer import Balancer
from aurora.contracts.mode import MODE, Mode, World
from aurora.flows.execute import world_of
from aurora.flows.tools import Tools
from aurora.model.finding import Finding, Severity
from aurora.model.mode import Code
from aurora.model.progress import Progress, Watch, silent
from aurora.registry.declare import Part

T = TypeVar("T")
SECONDS = 60.0  # that one mode may take


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found, in which files, and by whom."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    asked: tuple[str, ...]  # ids of the modes, and the linter

    def count(self, severity: Severity) -> int:
        """How many findings of one severity."""
        return sum(found.severity is severity for found in self.findings)


def analyze(tools: Tools, path: Path, watch: Watch = silent) -> Analysis:
    """All findings in the Python files that `path` names; nothing is run or changed."""
    project = read_project(path, to_change=False)
    sources = {name: text for name, text in project.files.items() if name.endswith(".py")}
    if path.is_file():
        sources = {name: sources[name] for name in project.asked}
    asked = [part for part in tools.modes().of(MODE) if part.facts["takes"] is Code]
    world = World(**world_of(tools, SECONDS))
    works = {"ruff": partial(tools.linter.findings, sources)} | {
        part.id: partial(_found, part, Code(sources), world) for part in asked
    }
    findings = list(project.unread)
    for number, (name, found) in enumerate(zip(works, _spread(tools, works.values()), strict=True), start=1):
        watch(Progress(name.rpartition(".")[2], number, len(works)))
        findings += found
    return Analysis(tuple(sources), _merged(findings), tuple(works))


def _found(part: Part[Mode[Code, Any], Any, Any], given: Code, world: World) -> tuple[Finding, ...]:
    return part.run(given, world).findings


def _spread(tools: Tools, works: Iterable[Callable[[], T]]) -> Iterator[T]:
    """What each piece of work gives, in their order: at one time where a balancer lives, else one after the other."""
    balancer: Balancer | None = tools.part("C14", lambda: None)
    return (work() for work in works) if balancer is None else balancer.spread(works)


def _merged(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each thing once: syntax errors, undefined names and weaknesses are seen by the linter and by a mode."""
    twins = {"F821": "undefined-name", "invalid-syntax": "syntax"}
    own = {(found.path, found.rule) for found in findings if found.rule in twins.values()}
    kept = [found for found in findings if (found.path, twins.get(found.rule, "")) not in own]
    places = {(found.path, found.line, found.column, found.rule, found.message): found for found in kept}
    return tuple(sorted(places.values()))  # of twins the mode's, which knows more, since it comes last
