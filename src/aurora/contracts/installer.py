"""Installing distributions into the interpreter that runs the tests of projects; only ever when a user asks for it."""

from typing import Protocol


class Installer(Protocol):
    """Brings a distribution that a project imports and that is missing."""

    def command(self, distribution: str) -> str:
        """What is run for it, as one would type it."""

    def install(self, distribution: str) -> None:
        """Install it; raises `ToolError`, which names the command, when that cannot be done."""
