"""Writing a report for people."""

from typing import Protocol

from aurora.model.overview import Overview


class Press(Protocol):
    """Makes pages."""

    def html(self, overview: Overview) -> str:
        """One HTML page that needs nothing else."""

    def markdown(self, overview: Overview) -> str:
        """The same in Markdown."""
