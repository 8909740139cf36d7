"""Learning again from the evidence that is kept, with versions that can be taken back."""

from collections.abc import Sequence
from typing import Protocol

from aurora.model.refresh import Refreshed, Version


class Learner(Protocol):
    """Refreshes what is learned; a version is kept only when it was measured to be no worse."""

    def refresh(self, *, dry_run: bool = False) -> Refreshed:
        """Learn again from verified evidence alone, measure on held-out outcomes, keep what is no worse."""

    def versions(self) -> Sequence[Version]:
        """The versions that were kept, oldest first."""

    def undo(self, *, force: bool = False) -> Version:
        """Take the newest version back, exactly; refuses when more was learned since, unless `force`.

        Raises `NotFoundError` when there is none.
        """
