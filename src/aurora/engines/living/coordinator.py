"""Starts components after what they need, asks and heals them, stops them in reverse."""

import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from aurora.contracts.living import AnyComponent, Drill, Health, House, Living, Loan, SparedError, needs
from aurora.engines.living.trial import broken
from aurora.model.errors import NotFoundError, PartError


class Condition(StrEnum):
    """How a component is, as far as anybody knows."""

    IDLE = "idle"  # not started: nothing has needed it
    STARTED = "started"  # not asked yet
    HEALTHY = "healthy"
    ILL = "ill"
    FAILED = "failed"  # could not be started


@dataclass(frozen=True, slots=True)
class Seen:
    """How a component was when it was asked last."""

    condition: Condition
    wrong: str = ""
    seconds: float = 0.0  # that asking took
    moment: float | None = None  # when it was asked, in seconds since the epoch; None: never
    healed: int = 0  # how often it was ill and well again

    @property
    def down(self) -> bool:
        """Whether it does not do what it is there for."""
        return self.condition in (Condition.ILL, Condition.FAILED)


class Coordinator:
    """Keeps components alive; one that fails costs only those that need it. Used from any thread.

    Those that are `idle` are started when their thing is first asked for.
    """

    def __init__(
        self,
        components: Iterable[AnyComponent],
        folder: Path,
        url: str,
        without: frozenset[str] = frozenset(),
        *,
        loans: Mapping[str, Loan] = MappingProxyType({}),
        idle: frozenset[str] = frozenset(),
    ) -> None:
        """`without` are protections of the sandbox that the user does without; `loans` what the process lends, and
        `idle` what waits, both by id of the component."""
        self.components = {part.unit: part for part in ordered(components)}
        self._folder, self._url, self._without = folder, url, without
        self._loans, self._idle = loans, idle
        self._lock = threading.RLock()
        self._turns = {unit: threading.RLock() for unit in self.components}  # who asks, mends or breaks one
        self._seen: dict[str, Seen] = {}
        self.living: dict[str, Living] = {}

    @property
    def failed(self) -> dict[str, str]:
        """Why those that could not be started could not."""
        return {unit: seen.wrong for unit, seen in self._seen.items() if seen.condition is Condition.FAILED}

    def start(self) -> None:
        """Start all but the idle; what cannot be started is in `failed`, with those that need it."""
        for unit in self.components:
            if unit not in self._idle:
                self._start(unit)

    def thing(self, unit: str) -> Any:
        """What a component owns; it is started when it was idle. Raises `NotFoundError` and `PartError`."""
        if unit not in self.components:
            raise NotFoundError("component", unit)
        if not self._start(unit):
            raise PartError(f"{unit} could not be started: {self._seen[unit].wrong}.")
        return self.living[unit].thing

    def seen(self) -> dict[str, Seen]:
        """How each component was when it was asked last; asks nobody."""
        known = dict(self._seen)
        return {unit: known.get(unit, Seen(Condition.IDLE)) for unit in self.components}

    def ask(self, unit: str) -> Health:
        """How one that was started is."""
        with self._turns[unit]:
            living, before = self.living.get(unit), self._seen.get(unit, Seen(Condition.IDLE))
            if living is None:
                return Health(before.wrong or "it is idle")
            health = living.health()
            healed = before.healed + (health.ok and before.condition is Condition.ILL)
            condition = Condition.HEALTHY if health.ok else Condition.ILL
            self._seen[unit] = Seen(condition, health.wrong, health.seconds, time.time(), healed)
        return health

    def health(self) -> dict[str, Health]:
        """How each of those is that were started, or could not be."""
        return {**{unit: self.ask(unit) for unit in tuple(self.living)}, **_ill(self.failed)}

    def mend(self, unit: str) -> Health:
        """Let one that is ill recover, start one that could not be started; how it is then."""
        with self._turns[unit]:
            living = self.living.get(unit)
            with suppress(Exception):  # the health says whether it helped
                if living is None:
                    self._start(unit, again=True)
                else:
                    living.recover()
            return self.ask(unit)

    def drill(self, unit: str) -> Drill:
        """Break one for real, started when it was idle, and let it recover; nobody asks or mends it meanwhile.

        Raises `NotFoundError`, `PartError`, and `SparedError` for what is not this process's to break.
        """
        loan = self._loans.get(unit)
        if loan is not None and not loan.breakable:
            raise SparedError(unit, loan.whose)
        self.thing(unit)
        with self._turns[unit]:
            shown = broken(self.living[unit])
            self.ask(unit)
        return shown

    def heal(self) -> dict[str, Health]:
        """Let each that is ill recover, in the order of their needs; how those are then."""
        return {unit: self.mend(unit) for unit in tuple(self.living) if not self.ask(unit).ok}

    def metrics(self, unit: str) -> Mapping[str, float]:
        """The figures of one that was started; none for the others."""
        living = self.living.get(unit)
        return living.metrics() if living else {}

    def stop(self) -> None:
        """Stop all in reverse; may be called twice. Raises the last error of those that could not be stopped."""
        errors: list[Exception] = []
        while self.living:
            with self._lock:
                unit, living = self.living.popitem()
                self._seen.pop(unit, None)
            try:
                living.stop()
            except Exception as error:  # noqa: BLE001 - the others are stopped all the same
                errors.append(error)
        if errors:
            raise errors[-1]

    def _start(self, unit: str, *, again: bool = False) -> bool:
        """Start one after what it needs; whether it lives. One that failed is tried `again` only when that is said."""
        with self._lock:
            if unit in self.living:
                return True
            if unit in self._seen and not again:
                return False
            part = self.components[unit]
            lacking = [each.unit for each in needs(part) if not self._start(each.unit, again=again)]
            wrong = f"needs {', '.join(lacking)}" if lacking else self._begin(part)
            self._seen[unit] = Seen(Condition.FAILED if wrong else Condition.STARTED, wrong)
            return not wrong

    def _begin(self, part: AnyComponent) -> str:
        """Start one; why it could not be, or nothing."""
        try:
            folder = self._folder / part.name
            folder.mkdir(parents=True, exist_ok=True)
            house = House(folder, self._url, dict(self.living), self._without, self._loans.get(part.unit))
            self.living[part.unit] = part.run(house)
        except Exception as error:  # noqa: BLE001 - isolated: the others go on
            return f"{type(error).__name__}: {error}"
        return ""


def _ill(failed: Mapping[str, str]) -> dict[str, Health]:
    return {unit: Health(why) for unit, why in failed.items()}


def ordered(components: Iterable[AnyComponent]) -> list[AnyComponent]:
    """The components with all that they need, each after what it needs; raises `PartError` for a circle."""
    found: dict[str, AnyComponent] = {}
    open_: list[str] = []

    def add(part: AnyComponent) -> None:
        if part.unit in open_:
            raise PartError(f"{' needs '.join([*open_, part.unit])}.", next_step="Components may not need each other.")
        if part.unit not in found:
            open_.append(part.unit)
            for each in needs(part):
                add(each)
            open_.pop()
            found[part.unit] = part

    for part in sorted(components, key=lambda each: int(each.unit[1:])):
        add(part)
    return list(found.values())
