"""The tests of a project as plain calls, run in this process (guest side)."""

import inspect
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import product
from traceback import walk_tb
from types import FrameType, ModuleType
from typing import Any

from aurora.engines.repair.memory import Memory
from aurora.model.execution import Json

_TEXT = 300  # characters of a value that are kept


class HangError(BaseException):
    """A test used up its time; not an Exception, so that few candidates swallow it."""


@dataclass(slots=True)
class Seen:
    """The two sides of the last equality that a test asserted."""

    left: Any = None
    right: Any = None
    asked: bool = False

    def __call__(self, left: Any, right: Any) -> bool:
        """Compare as the assert would."""
        self.left, self.right, self.asked = left, right, True
        return bool(left == right)


class Unsupported(Exception):  # noqa: N818 - not an error of anybody: pytest has to run these tests
    """The tests use what only pytest itself can provide."""


Test = Callable[[], object]


def collect(module: ModuleType, path: str) -> Iterator[tuple[str, Test]]:
    """The tests of a module as pytest would find them; raises `Unsupported` for fixtures and special marks."""
    for name, value in list(vars(module).items()):
        if name.startswith("test") and inspect.isfunction(value):
            yield from _expanded(f"{path}::{name}", value)
        elif inspect.isclass(value) and (name.startswith("Test") or _is_case(value)):
            yield from _methods(f"{path}::{name}", value)


def _methods(name: str, owner: Any) -> Iterator[tuple[str, Test]]:
    for attribute in dir(owner):
        if attribute.startswith("test") and _is_case(owner):
            yield f"{name}::{attribute}", owner(attribute).debug
        elif attribute.startswith("test"):
            yield from _expanded(f"{name}::{attribute}", getattr(_bare(owner), attribute))


def _is_case(value: type) -> bool:
    unittest = sys.modules.get("unittest")
    return unittest is not None and issubclass(value, unittest.TestCase)


def _bare(owner: type) -> object:
    if any(hasattr(owner, name) for name in ("setup_method", "setup_class", "teardown_method", "teardown_class")):
        raise Unsupported("set-up methods")
    return owner()


def _expanded(name: str, function: Any) -> Iterator[tuple[str, Test]]:
    marks = getattr(function, "pytestmark", [])
    if any(mark.name != "parametrize" for mark in marks) or inspect.iscoroutinefunction(function):
        raise Unsupported("marks")
    wanted = set(inspect.signature(function).parameters)
    sets = [_cases(mark) for mark in reversed(marks)]
    for number, chosen in enumerate(product(*sets)):
        given = {key: value for case in chosen for key, value in case.items()}
        if set(given) != wanted:
            raise Unsupported("fixtures")
        label = f"{name}[{number}]" if marks else name
        yield label, partial(function, **given)


def _cases(mark: Any) -> list[dict[str, Any]]:
    names, values = mark.args[0], mark.args[1]
    names = [part.strip() for part in names.split(",")] if isinstance(names, str) else list(names)
    if mark.kwargs.get("indirect") or any(hasattr(value, "marks") and value.marks for value in values):
        raise Unsupported("indirect parameters")
    rows = [value.values if hasattr(value, "marks") else value for value in values]
    return [dict(zip(names, (row,) if len(names) == 1 else row, strict=True)) for row in rows]


class Void:
    """Takes what a test prints."""

    encoding, errors = "utf-8", "strict"

    def write(self, text: str) -> int:
        """Take it."""
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        """It is no terminal."""
        return False


class Suite:
    """Loads the test files over a `Memory` and runs tests one by one."""

    def __init__(self, memory: Memory, tests: list[str]) -> None:
        self._memory = memory
        self._paths = tests
        self.seen = Seen()

    def load(self) -> dict[str, Test]:
        """Import the test files afresh; raises what their import raises, or `Unsupported`."""
        found: dict[str, Test] = {}
        for path in self._paths:
            name = self._memory.name_of(path)
            module = ModuleType(name)
            module.__file__ = path
            module.__dict__["__saw__"] = self.seen
            sys.modules[name] = module
            exec(self._memory.code(path), module.__dict__)  # the sandboxed project's own tests
            found.update(collect(module, path))
        return found

    def run(self, test: Test, seconds: float) -> dict[str, Json]:
        """Run one test for at most `seconds` of CPU: {"s": status, "e": type, "m": message, ...}."""
        self.seen.asked = False
        start = time.process_time()
        try:
            _limited(test, seconds)
        except BaseException as error:  # noqa: BLE001 - whatever a candidate does is its result
            result = failure_of(error)
            if result["s"] == "fail" and self.seen.asked:
                result |= {"d": distance(self.seen.left, self.seen.right), "a": _repr(self.seen.left)}
            return {**result, "t": time.process_time() - start}
        return {"s": "pass", "t": time.process_time() - start}


def failure_of(error: BaseException) -> dict[str, Json]:
    """The record of an exception that left a test."""
    if isinstance(error, HangError):
        return {"s": "hang", "e": "Hang", "m": "", "f": frames_of(error)}
    status = "fail" if isinstance(error, AssertionError) else "error"
    return {"s": status, "e": type(error).__name__, "m": _short(error), "f": frames_of(error)}


@contextmanager
def alarmed(seconds: float) -> Iterator[None]:
    """Raise `HangError` in what runs inside once it has used this much CPU time, again and again until it ends."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.01)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _limited(work: Callable[[], object], seconds: float) -> None:
    out, err = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = Void()
    try:
        with alarmed(seconds):
            work()
    finally:
        sys.stdout, sys.stderr = out, err


def limited(work: Callable[[], object], seconds: float) -> str:
    """Run work with a CPU limit; what was raised as a short text, or nothing."""
    try:
        _limited(work, seconds)
    except BaseException as error:  # noqa: BLE001 - whatever a candidate does is its result
        return type(error).__name__
    return ""


def frames_of(error: BaseException) -> list[Json]:
    """[path, line, function] of each frame, outermost first, the innermost forty at most."""
    frames: list[Json] = [[f.f_code.co_filename, line, f.f_code.co_name] for f, line in walk_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append([error.filename, error.lineno or 1, "<module>"])
    return frames[-40:]


def distance(left: Any, right: Any) -> float:
    """How far a value is from the wanted one: 0 equal, 1 nothing in common."""
    if type(left) is not type(right):
        return 0.95 if isinstance(left, int | float) and isinstance(right, int | float) else 1.0
    if isinstance(left, bool):
        return 0.5
    if isinstance(left, int | float):
        return 0.1 + 0.8 * abs(left - right) / (1 + abs(left) + abs(right)) if left != right else 0.0
    if isinstance(left, str | list | tuple):
        return 0.9 - 0.8 * _likeness(left, right)
    return 0.9


def _likeness(left: Any, right: Any) -> float:
    if isinstance(left, str) or all(isinstance(x, int | float | str | bool | None) for x in (*left, *right)):
        return SequenceMatcher(None, left[:200], right[:200], autojunk=False).ratio()
    pairs = [repr(x) == repr(y) for x, y in zip(left, right, strict=False)]
    return sum(pairs) / max(len(left), len(right), 1)


def _short(error: BaseException) -> str:
    try:
        return str(error)[:_TEXT]
    except Exception:  # noqa: BLE001 - an exception whose text cannot be had
        return ""


def _repr(value: object) -> str:
    try:
        return repr(value)[:_TEXT]
    except Exception:  # noqa: BLE001 - a value that cannot be shown
        return "?"
