"""Which of several targets gets the next request: by what it is doing, how quick it was, and how often it failed."""

from dataclasses import dataclass, replace

FAILURES = 3  # in a row: then it gets nothing until a probe passes
FADING = 0.9  # of what was seen before, each time something new is seen


@dataclass(frozen=True, slots=True)
class Target:
    """One target as it was seen; successes and failures fade, so that what was long ago counts little."""

    name: str
    busy: int = 0  # requests that it is working on
    seconds: float = 0.1  # that it takes, fading mean
    good: float = 0.0
    bad: float = 0.0
    failures: int = 0  # in a row

    @property
    def open(self) -> bool:
        """Whether it gets requests."""
        return self.failures < FAILURES

    @property
    def success(self) -> float:
        """The share of requests that it answers, 0 to 1: the mean of a Beta distribution that began at (1, 1)."""
        return (self.good + 1) / (self.good + self.bad + 2)

    @property
    def cost(self) -> float:
        """Seconds that a request is expected to take there, with those before it and its repetitions."""
        return (self.busy + 1) * self.seconds / self.success

    def begun(self) -> "Target":
        """It got a request."""
        return replace(self, busy=self.busy + 1)

    def ended(self, seconds: float, *, well: bool) -> "Target":
        """It answered after so many seconds, or failed."""
        return replace(
            self,
            busy=max(0, self.busy - 1),
            seconds=FADING * self.seconds + (1 - FADING) * seconds,
            good=FADING * self.good + well,
            bad=FADING * self.bad + (not well),
            failures=0 if well else self.failures + 1,
        )


def choose(targets: list[Target]) -> Target | None:
    """The open target with the least cost, the first of equals; None when all are closed."""
    return min((each for each in targets if each.open), key=lambda each: each.cost, default=None)
