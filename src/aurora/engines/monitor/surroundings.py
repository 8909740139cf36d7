"""What all services share: the room on disks and the memory of the machine, told of when little is left or will be."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from aurora.engines.monitor.ceiling import BAD, SAMPLES
from aurora.engines.monitor.forecast import Forecast, Forecaster
from aurora.engines.monitor.watch import span
from aurora.model.room import Room

SHARES = {"disk": 0.05, "memory": 0.15}  # of the whole that is free, below which it is little
PLENTY = 1_024.0  # MiB that are never little on a disk, however large it is
AGAIN = 1.5  # times as much must be free before it is enough again


class Trouble(StrEnum):
    """How a disk or the memory is."""

    NONE = ""
    PREDICTED = "predicted"
    LOW = "low"
    SILENT = "silent"  # it does not answer


@dataclass(slots=True)
class _Seen:
    room: Room
    forecaster: Forecaster
    samples: deque[bool] = field(default_factory=lambda: deque(maxlen=SAMPLES))
    trouble: Trouble = Trouble.NONE
    why: str = ""


@dataclass(slots=True)
class Surroundings:
    """Watches disks and memory; `tell` hears of `disk.low`, `disk.predicted`, `disk.recovered`, `memory.low`, ...

    A disk that does not answer is told of by `disk.silent`, and by `disk.answers` when it does again.
    """

    tell: Callable[[str, str, dict[str, object]], object]
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def feed(self, now: float, rooms: Iterable[Room]) -> None:
        """Take in how full they are (seconds, in order); what is not among them any more is forgotten."""
        seen_now = list(rooms)
        for gone in self._seen.keys() - {each.subject for each in seen_now}:
            self._forget(self._seen.pop(gone))
        for room in seen_now:
            seen = self._seen.setdefault(room.subject, _Seen(room, Forecaster(room.whole_mb)))
            seen.room = room
            if not room.answers:
                self._fall_silent(seen)
                continue
            if seen.trouble is Trouble.SILENT:
                seen.trouble, seen.why = Trouble.NONE, ""
                seen.forecaster = Forecaster(room.whole_mb)  # how large it is was not known of one that never answered
                self.tell(f"{room.kind}.answers", room.subject, {"why": f"{_name(room)} answers again"})
            told = seen.forecaster.feed(now, room.whole_mb - room.free_mb)
            enough = AGAIN if seen.trouble is Trouble.LOW else 1.0
            seen.samples.append(room.free_mb < enough * _little(room))
            self._judge(seen, told)

    def _forget(self, seen: _Seen) -> None:
        if seen.trouble:
            why = f"nothing of ours is on {_name(seen.room)} any more"
            self.tell(f"{seen.room.kind}.recovered", seen.room.subject, {"why": why})

    def _fall_silent(self, seen: _Seen) -> None:
        if seen.trouble is not Trouble.SILENT:
            seen.trouble, seen.why = Trouble.SILENT, f"{_name(seen.room)} does not answer"
            why = f"{seen.why}: what is on it may stand still"
            self.tell(f"{seen.room.kind}.silent", seen.room.subject, {"why": why})

    @property
    def low(self) -> list[Room]:
        """Those of which little is left."""
        return [each.room for each in self._seen.values() if each.trouble is Trouble.LOW]

    @property
    def warning(self) -> str:
        """What people should know; empty when there is room everywhere."""
        bad = Trouble.LOW, Trouble.SILENT
        return " ".join(f"{each.why}." for each in self._seen.values() if each.trouble in bad)

    def _judge(self, seen: _Seen, told: Forecast | None) -> None:
        bad, room = sum(seen.samples), seen.room
        low = bad >= BAD if seen.trouble is not Trouble.LOW else bad > SAMPLES - BAD
        trouble = Trouble.LOW if low else Trouble.PREDICTED if told and room.kind == "disk" else Trouble.NONE
        if trouble is seen.trouble:
            return
        seen.trouble = trouble
        name = _name(room)
        seen.why = f"{name} has {room.free_mb:.0f} of {room.whole_mb:.0f} MiB left"
        if trouble is Trouble.PREDICTED and told:
            seen.why = f"{name} will be full in {span(told)}"
        facts: dict[str, object] = {"free_mb": round(room.free_mb, 1), "whole_mb": round(room.whole_mb, 1)}
        self.tell(f"{room.kind}.{trouble or 'recovered'}", room.subject, {**facts, "why": seen.why})


def _name(room: Room) -> str:
    return f"the {room.kind} of {room.where or 'the machine'}"


def _little(room: Room) -> float:
    """MiB below which little is free."""
    share = SHARES[room.kind] * room.whole_mb
    return min(share, PLENTY) if room.kind == "disk" else share
