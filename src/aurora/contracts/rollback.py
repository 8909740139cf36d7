"""Taking back changes that Aurora made to a project, until it is good again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aurora.model.task import Budget


@dataclass(frozen=True, slots=True)
class RolledBack:
    """What came of a request to roll back."""

    ended: str  # "good as it is", "rolled back", "no good state", "nothing to take back"
    taken_back: tuple[str, ...] = ()  # titles of the changes, the newest first
    files: tuple[str, ...] = ()  # that were restored
    differing: tuple[str, ...] = ()  # of those, read back and not equal to their snapshot byte for byte
    kept: str = ""  # the file that holds what the user had edited in between, when it was forced

    @property
    def good(self) -> bool:
        """Whether the project is good now."""
        return self.ended in ("good as it is", "rolled back") and not self.differing


class Rollback(Protocol):
    """Finds the last good state of a project among its snapshots."""

    def roll_back(self, path: Path, test: str, budget: Budget, *, force: bool = False) -> RolledBack:
        """Take the newest changes back, one after the other, until the test command passes (without one: until every
        Python file compiles); when no state is good, everything is put back as it was.

        Raises `BadInputError` when a file was edited since, unless `force`, and for a test that cannot be run.
        """
