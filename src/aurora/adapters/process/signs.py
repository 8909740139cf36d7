"""What an instance says of itself in the words of sd_notify(3), and what follows for whether it is well."""

import math
from dataclasses import dataclass

LONGEST = 200  # characters of a status that are kept


@dataclass(slots=True)
class Signs:
    """Of one instance; `deaf` is why it cannot be heard, empty when it can."""

    since: float = 0.0  # when this supervisor began to listen, in seconds of its clock
    grace: float = 10.0  # seconds for which it needs no sign of life once it stops by itself
    deaf: str = ""
    ready: bool = False
    alive: float | None = None  # when it last gave a sign of life
    stopping: float | None = None  # since when
    reloading: bool = False
    status: str = ""

    def take(self, message: bytes, now: float) -> None:
        """Take in a message, word by word; what is not known means nothing."""
        for word in message.split(b"\n"):
            match word.partition(b"="):
                case b"READY", _, b"1":
                    self.ready, self.reloading, self.alive = True, False, now
                case b"WATCHDOG", _, b"1":
                    self.alive = now
                case b"WATCHDOG", _, b"trigger":
                    self.alive = -math.inf
                case b"RELOADING", _, b"1":
                    self.reloading = True
                case b"STOPPING", _, b"1":
                    self.stopping = now if self.stopping is None else self.stopping
                case b"STATUS", _, text:
                    self.status = _printable(text)

    @property
    def said(self) -> str:
        """Its status in its own words, after what it is about; empty when it said neither."""
        doing = "stops by itself" if self.stopping is not None else "reloads" if self.reloading else ""
        return ": ".join(filter(None, (doing, self.status)))

    def judged(self, now: float, timeout: float, *, ready: bool) -> tuple[bool, str]:
        """Whether it is ready, or gave a sign of life within the timeout; and if not, why."""
        if self.deaf:
            return False, self.deaf
        if ready:
            return (True, "") if self.ready else (False, "no READY=1 has come yet")
        if self.stopping is not None:
            left = now - self.stopping
            return (True, "") if left <= self.grace else (False, f"it said {left:.1f} s ago that it stops")
        age = now - (self.since if self.alive is None else self.alive)
        if age <= timeout:
            return True, ""
        return False, "it says itself that it hangs" if age == math.inf else f"the last WATCHDOG=1 is {age:.1f} s old"


def _printable(text: bytes) -> str:
    """A status as one line that does nothing to a terminal."""
    kept = text[: 4 * LONGEST].decode("utf-8", "replace")
    return "".join(each if each.isprintable() else " " for each in kept)[:LONGEST].strip()
