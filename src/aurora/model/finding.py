"""What analysis finds in code."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias

Sources: TypeAlias = Mapping[str, str]
"""The texts that are looked at: relative path -> content."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # the code cannot run, or fails where it is reached
    WARNING = "warning"  # likely a bug
    NOTE = "note"  # worth knowing


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found at one place; lines and columns count from 1."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.WARNING
    advice: str = ""  # what to do about it


place = attrgetter("path", "line", "column", "rule", "message", "severity", "advice")
"""What findings are ordered by, as their own comparison has it but told in tuples, which are compared quickly."""
