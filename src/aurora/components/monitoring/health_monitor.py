"""Health Monitor: asks one living part after the other how it is, and lets those that are ill recover.

Drill: the thread that asks is ended, so that nobody is asked any more; a new one goes on.
"""

import threading
from collections.abc import Callable

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_BEAT, _PATIENCE = 0.25, 10.0  # seconds


class Rounds:
    """One thread that takes a step again and again."""

    def __init__(self, step: Callable[[], None], beat: float = _BEAT) -> None:
        self._step, self._beat = step, beat
        self.steps = 0
        self._more = threading.Condition()
        self._closing = threading.Event()
        self.start()

    def start(self) -> "Rounds":
        """Begin again; the thread that was there is ended."""
        self.stop()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._go, args=(self._closing,), name="aurora-rounds", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """End the thread once its step is taken; may be called twice."""
        self._closing.set()
        thread = getattr(self, "_thread", None)
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def wrong(self, patience: float = _PATIENCE) -> str:
        """Why no step was taken within the patience; nothing when one was. Not to be called by a step."""
        with self._more:
            before = self.steps
            if self._thread.is_alive() and self._more.wait_for(lambda: self.steps > before, patience):
                return ""
        return f"nobody is asked any more, after {before} times"

    def _go(self, closing: threading.Event) -> None:
        while not closing.wait(self._beat):
            self._step()
            with self._more:
                self.steps += 1
                self._more.notify_all()


@component("C24")
def health_monitor(house: House) -> Living:
    """Asks for the time and for nothing else, or goes round the components of the server."""
    care = Care(
        lambda: Rounds(lambda: None, _BEAT / 10), Rounds.wrong, _end, lambda it: {"steps": it.steps},
        Rounds.stop, Rounds.start,
    )  # fmt: skip
    return Owned(care, house.loan)


def _end(it: Rounds) -> str:
    it.stop()
    return "the thread that asks was ended"
