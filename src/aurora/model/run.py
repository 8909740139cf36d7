"""One run of the main job: what was asked, what came out, function by function and project by project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aurora.model.answer import Repair, Synthesis
from aurora.model.record import Record
from aurora.model.task import SynthesisTask
from aurora.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class FunctionResult:
    """One function of a specification."""

    spec: str  # the file's name without its ending
    task: SynthesisTask
    answer: Synthesis
    calls: tuple[str, ...] = ()  # functions of the same specification that the answer calls
    record: Record | None = None  # as the corpus has it


@dataclass(frozen=True, slots=True)
class ProjectResult:
    """One broken project."""

    name: str
    answer: Repair
    diff: str = ""
    tests_before: str = ""  # the last line of the tests as the project stood
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One whole run."""

    id: str
    started: str  # ISO 8601, UTC
    ended: str
    version: str
    seed: int
    configuration: Mapping[str, object]
    functions: tuple[FunctionResult, ...]
    projects: tuple[ProjectResult, ...]
    interrupted: bool = False
    protections: tuple[str, ...] = ()  # of the sandbox, as found
    previous: str = ""  # id of the run before
    trends: Mapping[str, tuple[float, ...]] = field(default_factory=dict)  # of the last runs, oldest first
    curve: Mapping[str, Any] = field(default_factory=dict)  # the learning curve that was measured last

    def count(self, verdict: Verdict) -> int:
        """How many functions have this verdict."""
        return sum(result.answer.verdict is verdict for result in self.functions)

    @property
    def answered(self) -> bool:
        """Whether everything got an answer."""
        verdicts = [each.answer.verdict for each in self.functions] + [each.answer.verdict for each in self.projects]
        return all(verdict.answered for verdict in verdicts)

    @property
    def repaired(self) -> int:
        """How many projects have a patch."""
        return sum(result.answer.verdict.answered for result in self.projects)
