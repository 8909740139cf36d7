"""What Aurora says of its own answers, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How much was shown."""

    VERIFIED = "verified"  # all given examples and independent generated checks pass
    CONSISTENT = "consistent"  # the given examples pass, nothing more could be shown
    ABSTAINED = "abstained"  # nothing good enough was found, and nothing was answered
    FAILED = "failed"  # the request could not be worked on

    @property
    def answered(self) -> bool:
        """Whether there is an answer to judge."""
        return self in (Verdict.VERIFIED, Verdict.CONSISTENT)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was run to judge an answer."""

    kind: str  # "example", "postcondition", "boundary", "agreement", "metamorphic", "test"
    text: str  # what was run, readable: "clamp_add(2, 3, 0, 10) == 5"
    passed: bool
    detail: str = ""  # what came instead


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its evidence."""

    verdict: Verdict
    checks: tuple[Check, ...] = ()
    reasons: tuple[str, ...] = ()  # sentences for people

    def count(self, kind: str) -> tuple[int, int]:
        """(passed, run) of the checks of one kind."""
        of_kind = [check for check in self.checks if check.kind == kind]
        return sum(check.passed for check in of_kind), len(of_kind)
