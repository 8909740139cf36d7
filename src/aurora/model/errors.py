"""The tree of errors: a constructor takes facts and builds the sentence (what happened, where, what to do next)."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit status of every command."""

    DONE = 0
    COULD_NOT = 1
    BAD_INPUT = 2
    INTERNAL = 3
    INTERRUPTED = 130


class AuroraError(Exception):
    """Anything Aurora tells its user; `what` happened, `where`, and what to do `next`."""

    exit = Exit.COULD_NOT
    title = "Aurora could not do this"

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The whole message as people read it."""
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.next_step}" if self.next_step else ""
        return f"{place}{self.what}{advice}"


class BadInputError(AuroraError):
    """What was given cannot be used; nothing was changed."""

    exit = Exit.BAD_INPUT
    title = "Bad input"


class NotFoundError(BadInputError):
    """A file, folder, run or part that does not exist."""

    title = "Not found"

    def __init__(self, kind: str, name: str, *, next_step: str = "") -> None:
        super().__init__(f"there is no {kind} {name!r}.", next_step=next_step)


class SpecError(BadInputError):
    """A specification that does not follow the format."""

    title = "Bad specification"

    def __init__(self, path: str, line: int, what: str, expected: str) -> None:
        self.path, self.line, self.expected = path, line, expected
        where = f"{path}:{line}" if line else path
        super().__init__(what, where=where, next_step=f"Expected {expected}.")


class TaskFileError(BadInputError):
    """A line of a task file that is not a task."""

    title = "Bad task file"

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(
            what, where=f"{path}:{line}", next_step="See docs/reference/formats.md for the keys of a task."
        )


class ContradictionError(BadInputError):
    """Two examples that no function can satisfy together."""

    title = "Contradictory examples"

    def __init__(self, first: str, second: str) -> None:
        self.first, self.second = first, second
        super().__init__(
            f"these two examples contradict each other: {first} and {second}.",
            next_step="Remove or correct one.",
        )


class UnparsableError(BadInputError):
    """A text that is not Python."""

    title = "Not Python"

    def __init__(self, message: str, line: int, where: str = "") -> None:
        self.message, self.line = message, line
        super().__init__(f"this is not Python: {message}.", where=f"{where or '<text>'}:{line}")


class SandboxError(AuroraError):
    """The sandbox itself could not do its work (never: the program in it failed)."""

    exit = Exit.INTERNAL
    title = "Sandbox failure"


class UnprotectedError(SandboxError):
    """A required protection is missing on this machine; the sandbox refuses to run."""

    exit = Exit.COULD_NOT
    title = "Sandbox protection missing"

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        names = ",".join(missing)
        super().__init__(
            f"this machine cannot enforce: {', '.join(missing)}; nothing was run.",
            next_step=f"If you accept that, name them: AURORA_SANDBOX_WITHOUT={names}.",
        )


class PartError(AuroraError):
    """A part that is declared wrongly."""

    exit = Exit.INTERNAL
    title = "Bad part"


class DeclaredOnlyError(AuroraError):
    """A power unit that has a name, but does not work here; `missing` says what it would need."""

    title = "Does not work yet"

    def __init__(self, unit: str, name: str, missing: tuple[str, ...]) -> None:
        self.unit, self.missing = unit, missing
        super().__init__(
            f"{name} ({unit}) does not work yet; it lacks: {'; '.join(missing)}.",
            next_step="`aurora mode list` shows the modes that work.",
        )


class ToolError(AuroraError):
    """A program that Aurora relies on is missing or failed."""

    title = "Tool failed"

    def __init__(self, tool: str, what: str) -> None:
        super().__init__(what, where=tool, next_step=f"Check that `{tool}` runs in this environment.")


class StoreError(AuroraError):
    """The database could not do what it was asked; what it acknowledged before is kept."""

    title = "Database failure"


class CorruptStoreError(StoreError):
    """The database file is damaged, or is no database."""

    title = "Damaged database"

    def __init__(self, where: str, detail: str) -> None:
        super().__init__(
            f"the database is damaged or is not one ({detail}); nothing was changed.",
            where=where,
            next_step="Keep the file, and put the newest backup in its place: `aurora restore FILE`.",
        )


class FullDiskError(StoreError):
    """No room for a write; it was taken back as a whole."""

    title = "Disk full"

    def __init__(self, where: str) -> None:
        super().__init__(
            "there is no room for this write; it was taken back, and everything acknowledged before is kept.",
            where=where,
            next_step="Make room and try again.",
        )


class NewerSchemaError(StoreError):
    """The database was written by a newer Aurora."""

    title = "Database too new"

    def __init__(self, where: str, unknown: tuple[str, ...]) -> None:
        self.unknown = unknown
        super().__init__(
            f"the database was written by a newer Aurora (unknown revisions: {', '.join(unknown)}).",
            where=where,
            next_step="Use that version, or another AURORA_DATABASE_URL; this one changed nothing.",
        )


class UnreachableStoreError(StoreError):
    """No connection to the database, or it ended."""

    title = "Database unreachable"

    def __init__(self, where: str, detail: str) -> None:
        super().__init__(
            f"the database cannot be reached ({detail}).",
            where=where,
            next_step="Check that it runs and that AURORA_DATABASE_URL is right.",
        )


class BusyStoreError(StoreError):
    """Another process held the write lock for too long; nothing was written."""

    title = "Database busy"

    def __init__(self, where: str, seconds: float) -> None:
        super().__init__(
            f"another process has been writing for {seconds:g} s; this write was not made.",
            where=where,
            next_step="Try again; if it stays so, look for a process that hangs.",
        )


class DeadlockError(StoreError):
    """Two writers waited for each other and the database refused this one; nothing was written."""

    title = "Database busy"

    def __init__(self, where: str) -> None:
        super().__init__(
            "another process wrote the same rows in another order; this write was not made.",
            where=where,
            next_step="Try again.",
        )


class ExposedError(BadInputError):
    """A server that others could reach, and no key that keeps them out."""

    title = "No key"

    def __init__(self, host: str) -> None:
        super().__init__(
            f"a server at {host} can be reached from other machines, and without a key anybody there could run code;"
            " it was not started.",
            where="--host",
            next_step="Make a key first: `aurora keys create NAME --scope admin`, or bind to 127.0.0.1.",
        )


class FullQueueError(AuroraError):
    """The queue is full; the job was not taken."""

    title = "Queue full"

    wait: float | None = None

    def __init__(self, waiting: int, wait: float | None) -> None:
        self.waiting, self.wait = waiting, wait
        expected = (
            f"about {wait:.0f} s at the rate of the last minute" if wait is not None else "nothing is running now"
        )
        super().__init__(
            f"{waiting:,} {'job waits' if waiting == 1 else 'jobs wait'} already ({expected}); this one was not taken.",
            next_step="Ask again later, start another `aurora jobs work`, or raise AURORA_QUEUE_LIMIT.",
        )


class JobError(AuroraError):
    """A job ended without a result."""

    title = "Job failed"


class CancelledJobError(JobError):
    """A job was cancelled; raised inside it at the next step or sign of progress."""

    title = "Job cancelled"

    def __init__(self, job: str) -> None:
        super().__init__(f"job {job} was cancelled.")


class LostJobError(JobError):
    """Another executor has taken the job over, since this process was taken for dead; nothing was written."""

    title = "Job taken over"

    def __init__(self, job: str) -> None:
        super().__init__(f"job {job} was taken over by another executor; this one wrote nothing more.")


def told_again(kind: str, what: str, *, where: str = "", next_step: str = "") -> AuroraError:
    """An error from what was kept of it: of the class named `kind`, or a `JobError` when there is none of this name.

    What only that class knows besides, such as a line, is not kept.
    """
    classes: list[type[AuroraError]] = [AuroraError]
    for each in classes:
        classes += each.__subclasses__()
    found = next((each for each in classes if each.__name__ == kind), JobError)
    again = found.__new__(found)
    AuroraError.__init__(again, what, where=where, next_step=next_step)
    return again
