"""Progress where no bar can be drawn: a line now and then, so that long work is seen to go on."""

import time
from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from aurora.model.progress import Progress

SECONDS = 10.0  # between two lines


class Paced:
    """A watch that prints where the work stands, at most once in `SECONDS`; nothing of what ends sooner."""

    def __init__(self, what: str, console: Console, now: Callable[[], float] = time.monotonic) -> None:
        self._what, self._console, self._now = what, console, now
        self._began = self._last = now()

    def __call__(self, step: Progress) -> None:
        """Print the step when it is time."""
        moment = self._now()
        if moment - self._last < SECONDS:
            return
        self._last = moment
        of = f" {step.done} of {step.total}" if step.total else ""
        words = f"{self._what}: {step.stage}{of} {step.note}".strip()
        self._console.print(Text(f"{words} ({moment - self._began:.0f} s)", style="dim"), soft_wrap=True)
