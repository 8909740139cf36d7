"""What is said in a chat: what the user wants, and what Aurora answers."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What a message asks for."""

    GREET = "greet"
    HELP = "help"
    STATUS = "status"
    HEAL = "heal"
    RECALL = "recall"
    RUN = "run"
    CONFIGURE = "configure"
    ANALYSE = "analyse"
    WRITE = "write"
    FIX = "fix"
    EXPLAIN = "explain"
    OPTIMISE = "optimise"
    UNDO = "undo"
    FORGET = "forget"
    STOP = "stop"
    MODE = "mode"  # another execution mode
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; `did` names what was really done, nothing when it was only talk or a question."""

    text: str
    intent: Intent
    did: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # "runs/20261121-1", "memory fix 12", "/api/jobs/..."
    question: str = ""  # what is asked back; the next message answers it
    could: bool = True  # whether what was asked was done, or can still be
