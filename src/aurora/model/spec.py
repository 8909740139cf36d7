"""A specification that was read: the functions it asks for, as tasks."""

from dataclasses import dataclass

from aurora.model.task import SynthesisTask


@dataclass(frozen=True, slots=True)
class SpecFunction:
    """One function of a specification.

    `earlier` names the functions above it in the same file, which it may call; whoever solves them in order puts
    their sources into `task.library`.
    """

    task: SynthesisTask
    line: int  # of its heading, 1-based
    earlier: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The function's name."""
        return self.task.name


@dataclass(frozen=True, slots=True)
class Spec:
    """One specification file."""

    path: str
    title: str
    functions: tuple[SpecFunction, ...]
