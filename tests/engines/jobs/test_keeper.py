import threading
from typing import cast

from aurora.contracts.jobs import JobStore
from aurora.engines.jobs.keeper import Care, Keeper
from aurora.model.errors import UnreachableStoreError

LONG = 100.0
QUICK = Care(beat=0.01, patience=0.3, sweep=0.01, keep=5.0, batch=7)


class Ledger:
    """A store that answers renewals from a script, and notes what it is asked."""

    def __init__(self, *answers: bool | Exception, slow: int = 0) -> None:
        self.answers, self.slow = list(answers), slow
        self.asked: list[str] = []
        self.reaped, self.swept = threading.Event(), threading.Event()

    def renew(self, executor: str) -> bool:
        self.asked.append("renew")
        if self.asked.count("renew") <= self.slow:
            threading.Event().wait(QUICK.patience * 2.5)
        answer = self.answers.pop(0) if self.answers else True
        if isinstance(answer, Exception):
            raise answer
        return answer

    def recall(self, executor: str, doing: list[str], patience: float) -> list[str]:
        return []

    def reap(self, patience: float, deaths: int) -> list[tuple[str, str]]:
        self.asked.append("reap")
        self.reaped.set()
        return []

    def forget(self, older_than: float, most: int) -> list[str]:
        self.swept.set()
        return ["old"]


def _keeper(ledger: Ledger, dropped: list[str], lost: threading.Event, care: Care = QUICK) -> Keeper:
    return Keeper(
        "x", cast("JobStore", ledger), care, hear=lambda: None, doing=list, drop=dropped.extend, on_lost=lost.set
    )


def test_who_was_taken_for_dead_is_told_and_keeps_nothing_any_more() -> None:
    ledger, lost = Ledger(True, False), threading.Event()
    keeper = _keeper(ledger, [], lost)
    keeper.start()
    assert lost.wait(LONG)
    keeper.stop()
    assert ledger.asked == ["renew", "renew"]


def test_it_takes_over_only_after_a_time_in_which_every_renewal_succeeded() -> None:
    ledger, lost = Ledger(True, UnreachableStoreError("db", "gone")), threading.Event()
    keeper = _keeper(ledger, [], lost)
    keeper.start()
    assert ledger.reaped.wait(LONG)
    keeper.stop()
    assert ledger.asked.index("reap") >= 3
    assert not lost.is_set()


def test_after_each_standstill_of_its_own_it_waits_anew_before_it_takes_over() -> None:
    ledger = Ledger(slow=3)
    keeper = _keeper(ledger, [], threading.Event())
    keeper.start()
    assert ledger.reaped.wait(LONG)
    keeper.stop()
    assert ledger.asked.index("reap") >= 4


def test_old_jobs_are_dropped_and_with_keep_zero_never() -> None:
    ledger, dropped = Ledger(), list[str]()
    keeper = _keeper(ledger, dropped, threading.Event())
    keeper.start()
    assert ledger.swept.wait(LONG)
    keeper.stop()
    assert "old" in dropped
    ever = Ledger()
    keeper = _keeper(ever, [], threading.Event(), Care(beat=0.01, patience=0.01, keep=0.0))
    keeper.start()
    assert ever.reaped.wait(LONG)
    keeper.stop()
    assert not ever.swept.is_set()
