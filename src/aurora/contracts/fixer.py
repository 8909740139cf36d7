"""Static fixers: what is wrong with a file before any test is run, put right in its text."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from aurora.model.execution import Raised
from aurora.pycode.verdict import judge
from aurora.registry.declare import Contract, Example, Law, Part

__all__ = ["FIXER", "Broken", "Example", "Fix", "Fixer", "fixer"]


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that does not parse, or whose import raised."""

    text: str
    path: str = "module.py"
    raised: Raised | None = None  # what its import raised, when it parses
    files: Mapping[str, str] = field(default_factory=dict)  # the whole project, this file included


@dataclass(frozen=True, slots=True)
class Fix:
    """One proposal: the whole text of the file. `cost` (0 or more, in nats) orders the proposals of all fixers."""

    text: str
    cost: float = 0.0
    why: str = ""  # a sentence
    others: Mapping[str, str] = field(default_factory=dict)  # other files that change with it, new ones too, whole


Fixer: TypeAlias = Callable[[Broken], Iterator[Fix]]
"""Proposes texts for a broken file, the likeliest first; pure. Nothing for what it does not understand."""


def _ask(run: Fixer, given: Broken) -> list[str]:
    return [fix.text + "".join(f"# {path}\n{fix.others[path]}" for path in sorted(fix.others)) for fix in run(given)]


def _worse(_run: Fixer, given: Broken, answer: list[str]) -> str | None:
    if not judge(given.text).ok:
        return None
    return next((f"{text!r} does not parse" for text in answer if not judge(text).ok), None)


def _same(_run: Fixer, given: Broken, answer: list[str]) -> str | None:
    return "proposes the original" if given.text in answer else None


def _differs(run: Fixer, given: Broken, answer: list[str]) -> str | None:
    return None if _ask(run, given) == answer else "proposes something else the second time"


FIXER: Contract[Fixer, Broken, list[str]] = Contract(
    "static fixer",
    _ask,
    (
        Law("what parses still parses", _worse),
        Law("every proposal changes something", _same),
        Law("same proposals twice", _differs),
    ),
)


def fixer(*, examples: list[Example[Broken, list[str]]]) -> Callable[[Fixer], Part[Fixer, Broken, list[str]]]:
    """Declare a static fixer."""
    return FIXER.part(examples=examples)
