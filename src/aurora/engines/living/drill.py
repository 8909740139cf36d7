"""The failure drill of a component: it lives, tells what was broken, recovers, leaves nothing."""

import os
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from aurora.contracts.living import LIVING, SURVIVED, AnyComponent, Drill, Start
from aurora.engines.living.coordinator import Coordinator
from aurora.engines.living.trial import broken
from aurora.model.errors import AuroraError
from aurora.registry.declare import Example

_SETTLING = 5.0  # seconds that threads may take to end


def component(unit: str, *, after: tuple[AnyComponent, ...] = ()) -> Callable[[Start], AnyComponent]:
    """Declare a component, whose example is its failure drill: it lives, tells what was broken, recovers, leaves
    nothing. `after` are the components that it needs."""

    def declare(run: Start) -> AnyComponent:
        made: list[AnyComponent] = []
        example = Example(lambda: drill(made[0]), SURVIVED)
        made.append(LIVING.part(examples=[example], unit=unit, facts={"after": after})(run))
        return made[0]

    return declare


def drill(part: AnyComponent, without: frozenset[str] = frozenset()) -> Drill:
    """Start a component in a house of its own, break it, let it recover, stop it; nothing of the user's is touched."""
    threads, descriptors = _threads(), _descriptors()
    with tempfile.TemporaryDirectory(prefix="aurora-drill-") as folder:
        coordinator = Coordinator([part], Path(folder), f"sqlite:///{Path(folder) / 'drill.db'}", without)
        try:
            coordinator.start()
            if part.unit not in coordinator.living:
                return Drill(False, False, False, words="; ".join(coordinator.failed.values()))
            shown = broken(coordinator.living[part.unit])
        finally:
            with suppress(AuroraError):
                coordinator.stop()
    return replace(shown, left=_left(threads, descriptors))


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
