"""How a request was understood: which mode it asks for, how sure that is, what it needs, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a request; `score` is the probability that it is meant, 0 to 1."""

    unit: str  # "M46"
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Routing:
    """Where a request goes."""

    complexity: float  # 0 to 1
    tier: str  # the group of the knowledge it needs most: "foundation", "advanced"
    modes: tuple[Reading, ...]  # most probable first
    capabilities: tuple[str, ...]  # knowledge packs, "K73"
    components: tuple[str, ...]  # "C11"
    confidence: float  # that the first mode is meant, 0 to 1, calibrated
    reasons: tuple[str, ...]
    question: str = ""  # asked back when the confidence is too low, else empty

    @property
    def mode(self) -> Reading:
        """The mode that is most probably meant."""
        return self.modes[0]

    @property
    def sure(self) -> bool:
        """Whether the first mode may be taken without asking."""
        return not self.question


@dataclass(frozen=True, slots=True)
class Utterance:
    """A request and the mode that its author meant; `tier` is empty when nobody said it."""

    text: str
    unit: str
    tier: str = ""
