"""One report over a project: what every analysis mode found and measured, what changed, what was not measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aurora.model.finding import Finding, Severity
from aurora.model.verdict import Check


@dataclass(frozen=True, slots=True)
class Section:
    """What one mode said."""

    unit: str  # "M6"
    name: str
    promise: str
    figures: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A mode that said nothing of the project, and why."""

    unit: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Against the report before; findings are told apart by path, rule and message, not by line."""

    made: str  # when the report before was made
    figures: Mapping[str, tuple[float, float]]  # that differ: then, now
    new: tuple[Finding, ...]
    gone: tuple[str, ...]  # "a.py: F401 unused import"


@dataclass(frozen=True, slots=True)
class Overview:
    """The report; `trends` hold the figures of the reports before and this one, oldest first."""

    project: str
    made: str  # ISO 8601, UTC
    figures: Mapping[str, float]
    sections: tuple[Section, ...]
    unmeasured: tuple[Unmeasured, ...]
    difference: Difference | None = None
    trends: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, each once, in the order of places."""
        return tuple(sorted({found for section in self.sections for found in section.findings}))

    def count(self, severity: Severity) -> int:
        """How many findings of one severity."""
        return sum(found.severity is severity for found in self.findings)


@dataclass(frozen=True, slots=True)
class Pages:
    """The report as files: for people with and without a browser, and for programs."""

    html: str
    markdown: str
    json: str
