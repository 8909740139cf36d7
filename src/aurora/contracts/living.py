"""Living parts of the running system: started after what they need, asked how they are, broken on purpose, stopped."""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from aurora.model.errors import AuroraError, NotFoundError, PartError
from aurora.registry.declare import Contract, Example, Part

T = TypeVar("T")
_SETTLING = 5.0  # seconds that threads may take to end


@dataclass(frozen=True, slots=True)
class House:
    """Where a component lives: a folder and a database of its own, and what it needs, already started."""

    folder: Path
    url: str
    started: Mapping[str, "Living"] = field(default_factory=dict)  # by id of the power unit
    without: frozenset[str] = frozenset()  # protections of the sandbox that the user does without

    def needs(self, id: str) -> Any:
        """The thing that a needed component owns; raises `NotFoundError` when it was not started."""
        if id not in self.started:
            raise NotFoundError("started component", id)
        return self.started[id].thing


@dataclass(frozen=True, slots=True)
class Health:
    """How a component is, measured by using it: what is `wrong`, nothing when it works."""

    wrong: str = ""
    seconds: float = 0.0  # that the measurement took

    @property
    def ok(self) -> bool:
        """Whether it works."""
        return not self.wrong


class Living(Protocol):
    """One started component."""

    @property
    def thing(self) -> Any:
        """What it owns, for those that need it."""

    def health(self) -> Health:
        """How it is now, by using it; raises nothing."""

    def metrics(self) -> Mapping[str, float]:
        """Its figures, each counted or measured."""

    def harm(self) -> str:
        """Break it for real, as its failure drill; says what was broken."""

    def recover(self) -> None:
        """Put right what is broken, by its own means."""

    def stop(self) -> None:
        """Release everything; may be called twice."""


@dataclass(frozen=True, slots=True)
class Care(Generic[T]):
    """What there is to say about a thing that a component owns."""

    make: Callable[[], T]
    probe: Callable[[T], str]  # uses the thing; what is wrong, or nothing
    harm: Callable[[T], str]
    figures: Callable[[T], Mapping[str, float]] = lambda _thing: {}
    release: Callable[[T], None] = lambda _thing: None
    mend: Callable[[T], T] | None = None  # left out: the thing is released and made anew


class Owned(Generic[T]):
    """A component that owns one thing; a `Living`. Used from any thread."""

    def __init__(self, care: Care[T]) -> None:
        self._care, self._lock = care, threading.RLock()
        self._things = [care.make()]
        self._begun, self._asked, self._ill, self._mended = time.monotonic(), 0, 0, 0

    @property
    def thing(self) -> T:
        """See `Living`; raises `PartError` when it was stopped."""
        with self._lock:
            if not self._things:
                raise PartError("the component was stopped.")
            return self._things[0]

    def health(self) -> Health:
        """See `Living`."""
        began = time.perf_counter()
        try:
            wrong = self._care.probe(self.thing)
        except Exception as error:  # noqa: BLE001 - whatever a broken part raises is how it is
            wrong = f"{type(error).__name__}: {error}"
        self._asked += 1
        self._ill += bool(wrong)
        return Health(wrong, time.perf_counter() - began)

    def metrics(self) -> Mapping[str, float]:
        """See `Living`."""
        own: dict[str, float] = {"asked": self._asked, "ill": self._ill, "mended": self._mended}
        with suppress(Exception):  # a broken thing has no figures of its own
            own = {**own, **self._care.figures(self.thing)}
        return {"seconds": time.monotonic() - self._begun, **own}

    def harm(self) -> str:
        """See `Living`."""
        return self._care.harm(self.thing)

    def recover(self) -> None:
        """See `Living`."""
        with self._lock:
            old = self.thing
            if self._care.mend is not None:
                self._things = [self._care.mend(old)]
            else:
                with suppress(Exception):  # what is broken may not even be released
                    self._care.release(old)
                self._things = [self._care.make()]
            self._mended += 1

    def stop(self) -> None:
        """See `Living`."""
        with self._lock:
            things, self._things = self._things, []
        for thing in things:
            self._care.release(thing)


Start: TypeAlias = Callable[[House], Living]


@dataclass(frozen=True, slots=True)
class Drill:
    """What a failure drill showed; `left` are threads and descriptors that were not there before the start."""

    healthy: bool
    told: bool  # the health said that it was broken
    recovered: bool
    left: tuple[str, ...] = ()
    words: str = field(default="", compare=False)  # what was broken, and what the health said
    metrics: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def passed(self) -> bool:
        """Whether it lives, tells, recovers and leaves nothing."""
        return self.healthy and self.told and self.recovered and not self.left


SURVIVED = Drill(True, True, True)
AnyComponent: TypeAlias = Part[Start, Any, Drill]


class Coordinator:
    """Starts components after what they need, stops them in reverse; one that fails costs only those that need it."""

    def __init__(
        self, components: Iterable[AnyComponent], folder: Path, url: str, without: frozenset[str] = frozenset()
    ) -> None:
        """`without` are protections of the sandbox that the user does without."""
        self._components = ordered(components)
        self._folder, self._url, self._without = folder, url, without
        self.living: dict[str, Living] = {}
        self.failed: dict[str, str] = {}

    def start(self) -> None:
        """Start all; what cannot be started is in `failed`, with those that need it."""
        for part in self._components:
            lacking = [each.unit for each in needs(part) if each.unit not in self.living]
            if lacking:
                self.failed[part.unit] = f"needs {', '.join(lacking)}"
                continue
            try:
                folder = self._folder / part.name
                folder.mkdir(parents=True, exist_ok=True)
                self.living[part.unit] = part.run(House(folder, self._url, dict(self.living), self._without))
            except Exception as error:  # noqa: BLE001 - isolated: the others go on
                self.failed[part.unit] = f"{type(error).__name__}: {error}"

    def health(self) -> dict[str, Health]:
        """How each of them is."""
        ill = {unit: Health(why) for unit, why in self.failed.items()}
        return {**{unit: living.health() for unit, living in self.living.items()}, **ill}

    def heal(self) -> dict[str, Health]:
        """Let each that is ill recover, in the order of their needs; how those are then."""
        found = {}
        for unit, living in self.living.items():
            if not living.health().ok:
                with suppress(Exception):  # the health says whether it helped
                    living.recover()
                found[unit] = living.health()
        return found

    def stop(self) -> None:
        """Stop all in reverse; may be called twice. Raises the last error of those that could not be stopped."""
        errors: list[Exception] = []
        while self.living:
            _, living = self.living.popitem()
            try:
                living.stop()
            except Exception as error:  # noqa: BLE001 - the others are stopped all the same
                errors.append(error)
        if errors:
            raise errors[-1]


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


def needs(part: AnyComponent) -> tuple[AnyComponent, ...]:
    """The components that a component needs."""
    found: tuple[AnyComponent, ...] = part.facts["after"]  # type: ignore[assignment]
    return found


def drill(part: AnyComponent, without: frozenset[str] = frozenset()) -> Drill:
    """Start a component in a house of its own, break it, let it recover, stop it; nothing of the user's is touched."""
    threads, descriptors = _threads(), _descriptors()
    with tempfile.TemporaryDirectory(prefix="aurora-drill-") as folder:
        coordinator = Coordinator([part], Path(folder), f"sqlite:///{Path(folder) / 'drill.db'}", without)
        try:
            coordinator.start()
            if part.unit not in coordinator.living:
                return Drill(False, False, False, words="; ".join(coordinator.failed.values()))
            living = coordinator.living[part.unit]
            before = living.health()
            harmed = living.harm()
            during = living.health()
            with suppress(Exception):  # the health says whether it helped
                living.recover()
            after = living.health()
            metrics = living.metrics()
        finally:
            with suppress(AuroraError):
                coordinator.stop()
    left = _left(threads, descriptors)
    words = (
        f"{before.wrong or harmed} -> {during.wrong or 'nothing was told'}{' -> ' if after.wrong else ''}{after.wrong}"
    )
    return Drill(before.ok, not during.ok, after.ok, left, words, metrics)


def _threads() -> set[threading.Thread]:
    return set(threading.enumerate())


def _descriptors() -> set[str]:
    """The open files that have a name, sockets and pipes included; those of this process alone."""
    with suppress(OSError):
        return {f"{name} {os.readlink(f'/proc/self/fd/{name}')}" for name in os.listdir("/proc/self/fd")}  # noqa: PTH115, PTH208
    return set()


def _left(threads: set[threading.Thread], descriptors: set[str]) -> tuple[str, ...]:
    deadline = time.monotonic() + _SETTLING
    for thread in _threads() - threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    files = [name for name in _descriptors() - descriptors if "aurora-drill-" in name or "socket:" in name]
    return (*sorted(thread.name for thread in _threads() - threads), *sorted(files))


def _ask(_run: Start, given: Callable[[], AnyComponent]) -> Drill:
    return drill(given())


LIVING: Contract[Start, Any, Drill] = Contract("component", _ask)
"""Every part of it is a power unit of kind "component"; `facts` hold `after`, the components that it needs."""


def component(unit: str, *, after: tuple[AnyComponent, ...] = ()) -> Callable[[Start], AnyComponent]:
    """Declare a component, whose example is its failure drill: it lives, tells what was broken, recovers, leaves
    nothing. `after` are the components that it needs."""

    def declare(run: Start) -> AnyComponent:
        made: list[AnyComponent] = []
        example = Example(lambda: made[0], SURVIVED)
        made.append(LIVING.part(examples=[example], unit=unit, facts={"after": after})(run))
        return made[0]

    return declare
