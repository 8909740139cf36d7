"""A linter: an outside program that reads source text and reports findings."""

from typing import Protocol

from aurora.model.finding import Finding, Sources


class Linter(Protocol):
    """Looks at texts; never changes them, never runs them."""

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """What is found, in the order of places; raises `ToolError` when the tool cannot be asked."""
