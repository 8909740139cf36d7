import threading

from aurora.entrypoints.http.pulse import Pulse
from aurora.flows.status import Inventory, Traffic
from aurora.model.errors import StoreError

INVENTORY = Inventory(1, 2, 3, 4)
SECONDS = 120.0


class Jobs:
    """A count that says when it was asked, and may fail."""

    def __init__(self) -> None:
        self.away = False
        self.done = 0
        self.asked = threading.Semaphore(0)

    def count(self) -> Traffic:
        self.asked.release()
        if self.away:
            raise StoreError("away.")
        return Traffic(0, 0, self.done, 0)


def test_what_happened_is_counted_again() -> None:
    jobs = Jobs()
    pulse = Pulse(INVENTORY, jobs.count)
    assert pulse.snapshot.traffic == Traffic(0, 0, 0, 0)
    jobs.done = 1
    pulse.stir()
    for _ in range(2):
        assert jobs.asked.acquire(timeout=SECONDS)
    pulse.close()
    assert pulse.snapshot.traffic == Traffic(0, 0, 1, 0)
    assert pulse.snapshot.inventory is INVENTORY


def test_a_database_that_is_away_gives_no_figures_and_is_asked_again_without_any_event() -> None:
    jobs = Jobs()
    jobs.away = True
    pulse = Pulse(INVENTORY, jobs.count)
    assert pulse.snapshot.traffic is None
    jobs.away = False
    for _ in range(2):
        assert jobs.asked.acquire(timeout=SECONDS)
    pulse.close()
    assert pulse.snapshot.traffic == Traffic(0, 0, 0, 0)
