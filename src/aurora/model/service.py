"""A supervised service as data: what to run, when it is well, and what to do when it is not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

NEEDING_PORT = frozenset({"http", "tcp"})  # kinds of checks and notices
NOTIFY = "notify"  # kind of a check: the service speaks for itself, as sd_notify(3) says it


class Condition(StrEnum):
    """How far a dependency must be before its dependant starts."""

    STARTED = "started"
    HEALTHY = "healthy"


class Restart(StrEnum):
    """When an instance that ended is started again."""

    ALWAYS = "always"
    ON_FAILURE = "on-failure"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A service that another needs; `features` of the dependant are off while it is down."""

    name: str
    condition: Condition = Condition.HEALTHY
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One way of asking a service whether it is well.

    `kind` is "http", "tcp", "exec", "log", "file", "heartbeat" or "notify"; `target` is the path, command, pattern or
    file. By "notify" it is ready with READY=1, and well while WATCHDOG=1 comes within each `timeout`.
    A service counts as hung when `failures` of the last `window` answers were bad.
    """

    kind: str
    target: str = ""
    status: int = 200  # http: the status that is wanted
    fields: Mapping[str, object] = field(default_factory=dict)  # http: wanted values of fields of the JSON answer
    interval: float = 1.0  # seconds
    timeout: float = 1.0  # seconds
    failures: int = 3
    window: int = 3


@dataclass(frozen=True, slots=True)
class Policy:
    """How failures are answered: exponential back-off with jitter and cap, then a circuit breaker.

    The delay before restart n (from 1) is `delay * factor ** (n - 1)`, at most `cap`, plus up to `jitter` of itself;
    the first restart after a stable time is immediate. After `retries` failures in a row the breaker opens for
    `cooldown` seconds, doubled with each trip, `trips` times; then the service is parked.
    """

    restart: Restart = Restart.ALWAYS
    delay: float = 0.5  # seconds
    factor: float = 2.0
    cap: float = 60.0  # seconds
    jitter: float = 0.1
    retries: int = 5
    stable: float = 10.0  # seconds of health after which failures are forgotten
    cooldown: float = 60.0  # seconds
    trips: int = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """How a service is asked to stop."""

    signal: str = "TERM"
    grace: float = 10.0  # seconds until it is killed


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a service may use; 0 means no limit of its own."""

    memory_mb: float = 0.0
    descriptors: int = 0
    threads: int = 0
    soon: float = 0.0  # seconds; replaced already when memory that grows will be full within them


@dataclass(frozen=True, slots=True)
class Foresight:
    """A restart ahead of an end that is foreseen, such as full memory, at a quiet moment of the service.

    Quiet is a load of at most `quiet` times the service's own usual one, in each of the last `checks` samples. It is
    restarted without a quiet moment `margin` seconds before the end.
    """

    quiet: float = 0.5
    checks: int = 10
    margin: float = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class LogRule:
    """How the output of a service is kept."""

    size_mb: float = 10.0  # of the current file, before it is rotated
    files: int = 5  # rotated files that are kept
    days: float = 14.0  # that rotated files are kept
    every: float = 0.0  # days after which the current file is rotated, however short it is; 0: by its size alone
    compress: bool = True


JOURNAL = LogRule(size_mb=4.0, files=50, days=90.0, every=7.0)  # of the events of a supervisor or system


@dataclass(frozen=True, slots=True)
class Notice:
    """How a service hears which of its features are off, beside the file that is always written.

    `kind` is "signal", with its name as `target`, or "http", with the path that `{"off": [...]}` is posted to.
    """

    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One service of `aurora.toml`."""

    name: str
    command: tuple[str, ...]
    folder: Path = Path()
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = 0  # preferred; 0 means that it has none
    fixed_port: bool = False  # whether another port must not be given
    hold: bool = False  # whether the socket that listens on the port outlives the instances, which are handed it
    ready: Check | None = None  # None: ready as soon as it runs
    ready_within: float = 30.0  # seconds
    health: Check | None = None
    depends_on: tuple[Dependency, ...] = ()
    critical: bool = False
    autonomous: bool = False
    shared: bool = False  # `{python} -m MODULE` is forked from the supervisor, where that can be, and shares memory
    policy: Policy = Policy()
    ending: Ending = Ending()
    ceiling: Ceiling = Ceiling()
    foreseen: Foresight | None = None  # None: what is foreseen is told, and nothing is done about it
    log: LogRule = LogRule()
    features: tuple[str, ...] = ()
    tell: Notice | None = None
    group: str = ""
    pid_files: tuple[str, ...] = ()  # below `folder`; one whose process is gone is removed before a start

    @property
    def notifies(self) -> bool:
        """Whether it tells of itself by `NOTIFY_SOCKET`."""
        return any(each is not None and each.kind == NOTIFY for each in (self.ready, self.health))

    @property
    def watchdog(self) -> float:
        """Seconds within which it must say again that it is alive; 0 when it need not."""
        return self.health.timeout if self.health and self.health.kind == NOTIFY else 0.0
