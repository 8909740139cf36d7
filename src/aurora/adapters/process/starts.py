"""Instances that are to be started: in order, and in slices, so that whoever asks meanwhile is answered."""

from collections import OrderedDict
from collections.abc import Callable, Mapping

from aurora.model.service import Service

SLICE = 0.05  # seconds of a turn in which instances are started


class Starts:
    """Starts them by `spawn`; what is left when the slice of a turn is used up waits for the next."""

    def __init__(self, spawn: Callable[[Service, int], None], now: Callable[[], float]) -> None:
        self._spawn, self._now = spawn, now
        self._meant = OrderedDict[tuple[str, int], Service]()
        self._spent = 0.0

    @property
    def waiting(self) -> bool:
        """Whether something is left."""
        return bool(self._meant)

    def add(self, service: Service, epoch: int) -> None:
        """Start an instance, now or soon."""
        self._meant[service.name, epoch] = service
        self.go_on()

    def turn(self) -> None:
        """A turn begins, with a slice of its own."""
        self._spent = 0.0

    def go_on(self) -> None:
        """Start what the rest of the slice allows."""
        while self._meant and self._spent < SLICE:
            began = self._now()
            (_, epoch), service = self._meant.popitem(last=False)
            self._spawn(service, epoch)
            self._spent += self._now() - began

    def renew(self, services: Mapping[str, Service]) -> None:
        """What is left is of changed services from now on, by name."""
        for name, epoch in list(self._meant):
            self._meant[name, epoch] = services.get(name, self._meant[name, epoch])

    def withdrawn(self, name: str, epoch: int) -> bool:
        """Do not start an instance after all; whether that is in time."""
        return self._meant.pop((name, epoch), None) is not None
