"""The tests of a project as plain calls, run in this process (guest side)."""

import copy
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
from aurora.engines.repair.steps import HangError
from aurora.model.execution import Json

_TEXT = 300  # characters of a value that are kept


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
    """The tests of a module as pytest would find them; raises `Unsupported` for fixtures and special marks.

    A test may be called again and again: it gets its object, and copies of its parameters, anew each time.
    """
    _refuse(module, ("setup_module", "teardown_module", "setup_function", "teardown_function", "setUpModule"))
    for name, value in list(vars(module).items()):
        if name.startswith("test") and inspect.isfunction(value):
            yield from _expanded(f"{path}::{name}", value, partial(_same, value))
        elif inspect.isclass(value) and (name.startswith("Test") or _is_case(value)):
            yield from _methods(f"{path}::{name}", value)
        elif "FixtureFunction" in type(value).__name__ or hasattr(value, "_pytestfixturefunction"):
            raise Unsupported("fixtures")


def _methods(name: str, owner: Any) -> Iterator[tuple[str, Test]]:
    if _is_case(owner):
        _refuse(owner, ("setUpClass", "tearDownClass"), of=sys.modules["unittest"].TestCase)
    else:
        _refuse(owner, ("setup_method", "setup_class", "teardown_method", "teardown_class"))
    for attribute in dir(owner):
        if attribute.startswith("test") and _is_case(owner):
            yield f"{name}::{attribute}", partial(_run_case, owner, attribute)
        elif attribute.startswith("test"):
            bound = partial(_method, owner, attribute)
            yield from _expanded(f"{name}::{attribute}", bound(), bound)


def _is_case(value: type) -> bool:
    unittest = sys.modules.get("unittest")
    return unittest is not None and issubclass(value, unittest.TestCase)


def _refuse(owner: Any, names: tuple[str, ...], of: Any = None) -> None:
    """Raise when something is defined by the owner that would have to run before or after its tests."""
    for name in names:
        found = getattr(owner, name, None)
        if found is not None and getattr(found, "__func__", found) is not getattr(
            getattr(of, name, None), "__func__", None
        ):
            raise Unsupported("set-up code")


def _same(function: Any) -> Any:
    return function


def _method(owner: Any, attribute: str) -> Any:
    return getattr(owner(), attribute)


def _run_case(owner: Any, attribute: str) -> None:
    owner(attribute).debug()


def _run(bound: Callable[[], Any], given: dict[str, Any]) -> None:
    bound()(**(copy.deepcopy(given) if given else given))


def _expanded(name: str, function: Any, bound: Callable[[], Any]) -> Iterator[tuple[str, Test]]:
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
        yield label, partial(_run, bound, given)


def _cases(mark: Any) -> list[dict[str, Any]]:
    given, values = mark.args[0], mark.args[1]
    names = [part.strip() for part in given.split(",") if part.strip()] if isinstance(given, str) else list(given)
    alone = isinstance(given, str) and len(names) == 1  # else each row is a sequence, also of one value
    if mark.kwargs.get("indirect") or any(hasattr(value, "marks") and value.marks for value in values):
        raise Unsupported("indirect parameters")
    rows = [value.values if hasattr(value, "marks") else value for value in values]
    return [dict(zip(names, (row,) if alone else row, strict=True)) for row in rows]


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
        self._memory.steps.restart()
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


def arm() -> None:
    """Let the timers of `alarmed` raise `HangError`; once for many tests, since a candidate may undo it."""
    signal.signal(signal.SIGVTALRM, _ring)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise HangError


@contextmanager
def alarmed(seconds: float) -> Iterator[None]:
    """Raise `HangError` in what runs inside once it has used this much CPU time, again and again until it ends."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.01)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing that is printed inside is seen."""
    out, err = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = Void()
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err


def _limited(work: Callable[[], object], seconds: float) -> None:
    with quiet(), alarmed(seconds):
        work()


def limited(work: Callable[[], object], seconds: float) -> str:
    """Run work with a CPU limit; what was raised as a short text, or nothing."""
    arm()
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
