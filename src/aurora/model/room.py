"""How full something is that all services share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of a "disk", by a folder on it, or of the "memory" of the machine."""

    kind: str
    where: str
    free_mb: float
    whole_mb: float
    answers: bool = True  # else the figures are the last that were told, or 0

    @property
    def subject(self) -> str:
        """By which its events are known; no service is called so."""
        return f"machine {self.kind} {self.where}".rstrip()
