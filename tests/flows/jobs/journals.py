"""A journal in memory that can be taken up again, as after the death of a process."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from aurora.model.execution import Json
from aurora.model.progress import Progress


class DiedError(Exception):
    """The process died."""


class PaperJournal:
    """Keeps the answers of steps; `dies_after` names the step whose answer is the last that is kept."""

    id, slot = "job", 1

    def __init__(self, kept: dict[str, Json] | None = None, dies_after: str = "") -> None:
        self.kept = dict(kept or {})
        self.done: list[str] = []
        self._dies_after = dies_after

    def step(self, name: str, work: Callable[[], Json]) -> Json:
        if name not in self.kept:
            self.done.append(name)
            self.kept[name] = work()
        if name == self._dies_after:
            raise DiedError
        return self.kept[name]

    def effect(self, name: str, work: Callable[[Any], Json]) -> Json:
        return self.step(name, lambda: work(None))

    def watch(self, progress: Progress) -> None:
        """Tell nobody."""

    def cpu(self) -> AbstractContextManager[None]:
        return nullcontext()
