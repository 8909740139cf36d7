"""What services are used to, beyond the lives of their supervisors: fed with samples, kept as JSON in its folder."""

import contextlib
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from aurora.adapters.process.files import write_anew
from aurora.contracts.processes import Usage
from aurora.engines.monitor.habits import Habits

FILE = "habits.json"
EVERY = 900.0  # seconds between two times that it is kept


class Customs:
    """`tell` hears of a figure of a service that is not at the level that it, or this hour, is used to.

    `trouble` is why what an earlier supervisor kept cannot be used; empty when it can, or when there is none.
    """

    def __init__(
        self, folder: Path, tell: Callable[[str, dict[str, object]], object], clock: Callable[[], float] = time.time
    ) -> None:
        self._file, self._clock, self._kept = folder / FILE, clock, 0.0
        self._habits = Habits(tell)
        self.trouble = ""
        try:
            self._habits.restore(json.loads(self._file.read_text("utf-8")))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError) as error:
            self.trouble = f"{FILE} cannot be used ({error}): what services are used to is learned anew"

    def feed(
        self,
        who: tuple[str, int],
        now: float,
        used: Usage,
        descriptors: int | None,
        response_time: float | None = None,
    ) -> None:
        """Take in a sample of an instance, and the seconds that it took to answer if it was asked since the last."""
        figures = {"memory": used.memory_mb, "threads": float(used.threads)}
        figures |= {} if descriptors is None else {"descriptors": float(descriptors)}
        figures |= {} if response_time is None else {"response time": response_time}
        self._habits.feed(who, now, self._clock(), used.cpu_seconds, figures)

    def keep(self, live: Iterable[tuple[str, int]], now: float) -> None:
        """Forget all instances but these; what hours are used to is kept on the disk now and then."""
        self._habits.keep(live, now)
        self._kept = self._kept or now
        if now - self._kept >= EVERY:
            self._kept = now
            self.save()

    def forget(self, service: str) -> None:
        """What a service is used to, that there is no more."""
        self._habits.forget(service)

    @property
    def news(self) -> dict[str, dict[str, dict[str, object]]]:
        """What was told within the last hour and still holds, by service and figure."""
        return self._habits.news

    def save(self) -> None:
        """Keep it now; on a full disk, what was kept before holds."""
        known = self._habits.plain()
        if not known:
            return
        with contextlib.suppress(OSError):
            write_anew(self._file, json.dumps(known))
