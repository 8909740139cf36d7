"""Health Monitor: asks services for a sign of life and tells which gave none in time.

Drill: the heart of a service is stopped; the monitor tells, and the service is started again.
"""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from aurora.contracts.living import Care, House, Living, Owned, component

_BEAT, _PATIENCE = 0.02, 2.0  # seconds


class Heart:
    """A service that writes its pulse into a file."""

    def __init__(self, file: Path) -> None:
        self.file, self.beats = file, 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heart", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._over.set()
        self._thread.join(_PATIENCE)

    def _beat(self) -> None:
        while not self._over.is_set():
            self.beats += 1
            self.file.write_text(str(self.beats), "utf-8")
            self._over.wait(_BEAT)


@dataclass(slots=True)
class Watched:
    """The service that is asked."""

    heart: Heart
    asked: int = 0


@component("C24")
def health_monitor(house: House) -> Living:
    """One service with a pulse in the folder of the house."""
    return Owned(
        Care(
            lambda: Watched(Heart(house.folder / "pulse")),
            _wrong,
            _stop,
            lambda it: {"services": 1, "asked": it.asked, "beats": it.heart.beats},
            lambda it: it.heart.stop(),
        )
    )


def _wrong(it: Watched) -> str:
    """Whether the pulse moves within the patience."""
    it.asked += 1
    before, deadline = _pulse(it.heart.file), time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if _pulse(it.heart.file) not in ("", before):
            return ""
        time.sleep(_BEAT / 2)
    return f"no sign of life for {_PATIENCE:g} s"


def _pulse(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def _stop(it: Watched) -> str:
    it.heart.stop()
    return "the heart of the service was stopped"
