"""A component that owns one thing: made, asked by using it, broken, mended, released."""

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from aurora.contracts.living import Health, Loan
from aurora.model.errors import PartError

T = TypeVar("T")


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

    def __init__(self, care: Care[T], loan: Loan | None = None) -> None:
        """`loan` is the thing of the process that is owned in the place of one that is made."""
        if loan is not None:
            care = replace(care, make=loan.make, release=loan.release, mend=loan.mend or care.mend)
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
