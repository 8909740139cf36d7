"""Validation System: gates that a change must pass, each shown to let the good through and to stop the bad.

Drill: a gate is replaced by one that lets everything through; what it should have stopped tells.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.pycode.parse import parse
from aurora.pycode.scopes import unresolved
from aurora.pycode.verdict import judge

Gate = Callable[[str], str]
"""What is wrong with a text, or nothing."""

_GOOD = "def double(number):\n    return 2 * number\n"
_BAD: Mapping[str, str] = {"syntax": "def double(number:\n", "names": "def double(number):\n    return 2 * nunber\n"}


@dataclass(slots=True)
class Gates:
    """The gates by name, and how many changes they passed and stopped."""

    gates: dict[str, Gate]
    passed: int = 0
    stopped: int = 0

    def why(self, text: str) -> str:
        """The first gate that stops a text, with its reason; empty when it may pass."""
        told = ((name, gate(text)) for name, gate in self.gates.items())
        return next((f"{name}: {why}" for name, why in told if why), "")

    def worse(self, before: str, after: str) -> str:
        """Why a change of a text is not kept: a gate stops what it is after, and none stopped what it was."""
        refused = self.why(after)
        if refused and not self.why(before):
            self.stopped += 1
            return refused
        self.passed += 1
        return ""


@component("C31")
def validation_system(_house: House) -> Living:
    """The gates for Python text."""
    return Owned(
        Care(lambda: Gates(python_gates()), _wrong, _open, lambda it: {"passed": it.passed, "stopped": it.stopped})
    )


def python_gates() -> dict[str, Gate]:
    """The gates of a Python file."""
    return {"syntax": _syntax, "names": _names}


def _syntax(text: str) -> str:
    fault = judge(text).fault
    return fault.message if fault else ""


def _names(text: str) -> str:
    if judge(text).fault:
        return ""  # the gate before it tells
    return next((f"`{found.name}` is not defined" for found in unresolved(parse(text))), "")


def _wrong(it: Gates) -> str:
    if why := it.why(_GOOD):
        return f"good text is stopped by {why}"
    through = [name for name, text in _BAD.items() if not it.why(text).startswith(f"{name}:")]
    return f"the gate {through[0]} lets through what it should stop" if through else ""


def _open(it: Gates) -> str:
    it.gates["names"] = lambda _text: ""
    return "the gate for names was opened"
