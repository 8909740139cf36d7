"""What execution modes are given and what they answer."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from aurora.model.finding import Finding, Sources
from aurora.model.verdict import Check

Output = TypeVar("Output", covariant=True)


def described(words: str) -> dict[str, str]:
    """The metadata of one parameter of a mode: `field(default=..., metadata=described("what it is"))`."""
    return {"words": words}


@dataclass(frozen=True, slots=True)
class Code:
    """Texts to look at; what modes take that need nothing else."""

    files: Sources = field(metadata=described("the texts: relative path -> content"))


@dataclass(frozen=True, slots=True)
class Result(Generic[Output]):
    """What a mode answers; `evidence` is what was run or compared to verify it."""

    output: Output
    evidence: tuple[Check, ...]
    findings: tuple[Finding, ...] = ()
    done: bool = True  # whether it did what was asked; "I could not" is an answer too
    components: tuple[str, ...] = ()  # ids of parts that had a share in it: rewrites, operators, strategies
