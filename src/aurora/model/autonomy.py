"""What the autonomous systems may do, as a user says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rule:
    """What the Master Controller does about an event: `restart`, `analyze`, `repair`, or `note` it only."""

    when: str  # type of event
    do: str
    service: str = "*"


@dataclass(frozen=True, slots=True)
class Autonomy:
    """The table `[autonomy]` of `aurora.toml`. By default everything is offered and nothing is changed."""

    enabled: bool = True  # whether the systems act by themselves; they answer in any case
    watch: tuple[Path, ...] = ()  # projects that are looked after
    apply: bool = False  # whether what passed its gate is applied without asking
    repair: tuple[str, ...] = ()  # services for whose code a patch is sought when Luminar gives them up
    gate: str = ""  # the command that must pass; by default the project's own tests
    seconds: float = 60.0  # that one search may take
    jobs_per_hour: int = 12  # that one system may hand over
    pause: float = 30.0  # seconds between two rounds of the Auto Improver
    targets: tuple[str, ...] = ("backend",)  # services that the Router forwards to
    rules: tuple[Rule, ...] = ()
    processes: Mapping[str, float] = field(default_factory=dict)  # of the Hub: seconds between two runs; 0: never


@dataclass(frozen=True, slots=True)
class Alerts:
    """The table `[alerts]` of `aurora.toml`: who is told when a service needs somebody, besides the log."""

    log: bool = True
    webhooks: tuple[str, ...] = ()  # addresses; Discord's are known
    desktop: bool = False
    least: str = "warning"  # "warning": every failure; "critical": only what healing by restarts did not mend
    remind: float = 3600.0  # seconds after which an incident that lasts is told again; 0: never
    hold: float = 300.0  # seconds that a service must have been well before its incident is over
