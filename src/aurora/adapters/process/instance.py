"""One process of a service that this machine runs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aurora.adapters.process.asking import Whom
from aurora.adapters.process.identity import Identity
from aurora.adapters.process.signs import Signs
from aurora.adapters.process.usage import Meter
from aurora.contracts.processes import Child
from aurora.model.service import Service


@dataclass(slots=True)
class Instance:
    """What is kept of a running process; `child` is None for an adopted one, whose parent we are not."""

    service: Service
    epoch: int
    identity: Identity
    token: str
    file: int  # a descriptor that means exactly this process; -1 where there are none
    meter: Meter
    log: Path
    log_begin: int
    born: float  # seconds since the epoch
    environment: Mapping[str, str]
    port: int = 0
    child: Child | None = None
    asked: int = 0  # number of the question that is valid
    asked_to_end: bool = False
    untold: bool = False  # that something it needs has moved
    signs: Signs = field(default_factory=Signs)
    answers: int = 0  # good ones to health checks, since their time was last asked for
    answering: float = 0.0  # seconds that these took together
    responded: float | None = None  # what `response_time` said last

    @property
    def pid(self) -> int:
        """Its process id."""
        return self.identity.pid

    @property
    def whom(self) -> Whom:
        """It, as the one that is asked."""
        return Whom(self.port, self.log, self.log_begin, self.service.folder, self.environment, self.born, self.signs)

    def took(self, seconds: float) -> None:
        """A health check was answered well, within a time."""
        self.answers, self.answering = self.answers + 1, self.answering + seconds

    def response_time(self) -> float | None:
        """Seconds that the good answers took since this was last asked for, on average; None when there were none."""
        if not self.answers:
            return None
        self.responded = self.answering / self.answers
        self.answers, self.answering = 0, 0.0
        return self.responded

    def close(self) -> None:
        """Let its files go."""
        if self.file >= 0:
            os.close(self.file)
            self.file = -1
        self.meter.close()
