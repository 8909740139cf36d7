"""What is asked of a sandbox and what comes back: programs, limits, outcomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"


class Status(StrEnum):
    """How one sandboxed program ended."""

    OK = "ok"  # ran to its end
    RAISED = "raised"  # an exception left it
    EXITED = "exited"  # left early: sys.exit or os._exit with any status; a command with a status that is not 0
    WALL_TIME = "wall time"  # the clock limit was reached
    CPU_TIME = "cpu time"
    MEMORY = "memory"
    OUTPUT = "output"  # wrote more than it may
    DENIED = "denied"  # an error of the system left it after it reached for what is forbidden (network, a file outside)
    CRASHED = "crashed"  # ended by a signal such as SIGSEGV


LEAN_PYTEST = tuple(
    word
    for plugin in ("cacheprovider", "hypothesispytest", "schemathesis", "xdist", "xdist.looponfail")
    for word in ("-p", f"no:{plugin}")
)
"""Flags that leave out plugins of Aurora's own environment: they take seconds to import and change no result."""


def lean_pytest(files: Mapping[str, str]) -> tuple[str, ...]:
    """These flags for a project; what runs coroutines of tests is left out as well where no file speaks of it."""
    spoken = any("anyio" in text for text in files.values())
    return LEAN_PYTEST if spoken else (*LEAN_PYTEST, "-p", "no:anyio")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one program may use; seconds and MiB."""

    wall_seconds: float = 30.0  # processor time is the tighter limit: a busy machine kills nothing
    cpu_seconds: float = 10.0
    memory_mb: int = 512
    processes: int = 16  # at one time, the program itself included
    file_mb: int = 16  # the largest file it may write
    output_kb: int = 256  # of stdout and of stderr, each
    open_files: int = 128


@dataclass(frozen=True, slots=True)
class Program:
    """Python text, or a command, to be run in a scratch folder that holds `files`.

    Exactly one of `source` and `command` is given. `source` is run as the module `__main__`; what it assigns to
    the global `result`, when that is JSON (tuples count as lists), comes back as `Outcome.value`. `command` is an
    argument vector whose first word `python` means the sandbox's own interpreter.
    """

    source: str | None = None
    command: tuple[str, ...] | None = None
    files: Mapping[str, str | bytes] = field(default_factory=dict)  # relative path -> content
    stdin: str = ""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception that left a program."""

    type: str  # the class's name, "IndexError"
    message: str
    frames: tuple[tuple[str, int, str], ...] = ()  # (file relative to scratch, line, function), outermost first


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one program did; every figure is measured."""

    status: Status
    value: Json = None
    raised: Raised | None = None
    stdout: str = ""
    stderr: str = ""
    exit_code: int | None = None
    signal: int | None = None
    seconds: float = 0.0  # wall clock
    cpu_seconds: float = 0.0
    peak_mb: float = 0.0
    denied: str = ""  # the first forbidden thing it reached for, also when it went on; an explanation, not a proof

    @property
    def ok(self) -> bool:
        """Whether the program ran to its end."""
        return self.status is Status.OK


@dataclass(frozen=True, slots=True)
class Protection:
    """One protection of the sandbox on this machine, as found by trying it."""

    name: str  # "network", "filesystem", "processes", "memory", ...
    in_force: bool
    by: str  # "network namespace", "Landlock ABI 7", ...
    detail: str = ""
