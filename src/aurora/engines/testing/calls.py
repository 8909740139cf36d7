"""Makes calls in a module's namespace and tells what they did (guest side)."""

import asyncio
import contextlib
import copy
import inspect
import io
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

from aurora.engines.testing.cases import Case

_SECONDS = 0.25  # of processor time, a call
_MOST = 50  # items of an iterator
_LONG = 300  # characters of an answer that is recorded
_FOREIGN = (TypeError, AttributeError, NameError, RecursionError, MemoryError)  # recorded only where the code raises it


class SlowError(BaseException):
    """A call did not end in its time; no `Exception`, so that the code does not catch it."""


Done = dict[str, Any]
"""What a call did: `kind` value, raised or none (nothing that can be recorded); `shown` source text of the answer;
`form` how the answer is read ("", "list", "run"); `changed` parameter place -> text; `state` attribute -> text."""


def make(case: Case, space: dict[str, Any]) -> Done:
    """Make one call on fresh arguments. Raises nothing: what goes wrong is `kind` none with the `error`."""
    try:
        with _quiet(), timed():
            return _made(case, space)
    except SlowError:
        return {"kind": "none", "error": "slow"}
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the arguments themselves cannot be made, or compared
        return {"kind": "none", "error": type(error).__name__}


def _made(case: Case, space: dict[str, Any]) -> Done:
    given, named = _arguments(case, space)
    receiver = eval(case.receiver, space) if case.receiver else None
    for text in case.before:
        eval(f"__receiver__.{text}", {**space, "__receiver__": receiver})
    before, state = copy.deepcopy(given), _state(receiver)
    function = _function(case, receiver, space)
    try:
        answer = function(*given, **named) if callable(function) else function
        answer, form = _read(answer)
    except SlowError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the code raises is what it did
        return _raised(error, space)
    shown = _shown(answer, space)
    if shown is None:
        return {"kind": "none", "error": f"answer of {type(answer).__name__}"}
    changes = {
        str(place): told
        for place, (old, new) in enumerate(zip(before, given, strict=True))
        if not _same(old, new) and (told := _shown(new, space)) is not None
    }
    after = _state(receiver)
    differs = {name: told for name, value in after.items() if (told := _attribute(name, value, state, space))}
    return {"kind": "value", "shown": shown, "form": form, "changed": changes, "state": differs}


def _arguments(case: Case, space: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    gathered = eval(f"(lambda *given, **named: (list(given), named))({', '.join(case.arguments)})", space)
    return gathered[0], gathered[1]


def _function(case: Case, receiver: Any, space: dict[str, Any]) -> Any:
    last = case.target.rpartition(".")[2]
    return getattr(receiver, last) if case.receiver else eval(case.target, space)


def _read(answer: Any) -> tuple[Any, str]:
    """The answer as it can be compared, and how it was read."""
    if inspect.iscoroutine(answer):
        return asyncio.run(answer), "run"
    if inspect.isasyncgen(answer):
        raise TypeError("asynchronous generators are not recorded")
    if isinstance(answer, Iterator):
        items = list(islice(answer, _MOST + 1))
        if len(items) > _MOST:
            raise TypeError("the iterator is too long")
        return items, "list"
    return answer, ""


def _raised(error: BaseException, space: dict[str, Any]) -> Done:
    explicit = _is_explicit(error, space)
    if isinstance(error, _FOREIGN) and not explicit:
        return {"kind": "none", "error": type(error).__name__}
    kind = type(error)
    return {
        "kind": "raised",
        "shown": kind.__qualname__,
        "module": kind.__module__,
        "message": str(error)[:_LONG],
        "explicit": explicit,
    }


def _is_explicit(error: BaseException, space: dict[str, Any]) -> bool:
    """Whether a `raise` of the module itself raised it."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None or last.tb_frame.f_code.co_filename != space.get("__file__"):
        return False
    lines = space["__text__"].splitlines()
    return last.tb_lineno <= len(lines) and lines[last.tb_lineno - 1].lstrip().startswith("raise")


def _shown(value: Any, space: dict[str, Any]) -> str | None:
    """Source text that makes an equal value; None when there is none."""
    try:
        text = repr(value)
        if len(text) > _LONG or not _same(eval(text, {**space, "inf": float("inf")}), value):
            return None
    except (Exception, SystemExit):  # noqa: BLE001 - a repr that is no source text
        return None
    return None if "inf" in text.replace("'", " ").split() or " at 0x" in text else text


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _state(receiver: Any) -> dict[str, Any]:
    """The public attributes of an object."""
    plain = getattr(receiver, "__dict__", {})
    names = [*plain, *(name for name in getattr(type(receiver), "__slots__", ()) if hasattr(receiver, name))]
    return {name: copy.deepcopy(getattr(receiver, name)) for name in names if not name.startswith("_")}


def _attribute(name: str, value: Any, before: dict[str, Any], space: dict[str, Any]) -> str | None:
    return None if name in before and _same(before[name], value) else _shown(value, space)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


@contextlib.contextmanager
def timed(seconds: float = _SECONDS) -> Iterator[None]:
    """At most so many seconds of processor time; raises `SlowError`."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise SlowError

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.05)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def load(
    name: str, path: str, text: str, roots: list[str], weave: Callable[[str], Any] | None = None, **more: Any
) -> dict[str, Any]:
    """Import a module of the project from this text; returns its namespace, which holds `__text__`.

    `weave` makes the tree that is compiled, `more` goes into the namespace first.
    """
    for root in reversed(roots):
        folder = str(Path(root).absolute())
        if folder not in sys.path:
            sys.path.insert(0, folder)
    parent = name.rpartition(".")[0]
    if parent:
        __import__(parent)
    module = type(sys)(name)
    module.__file__ = path
    module.__package__ = name if path.endswith("__init__.py") else parent
    if path.endswith("__init__.py"):
        module.__path__ = [str(Path(path).parent.absolute())]
    space = vars(module)
    space.update(more, __text__=text)
    sys.modules[name] = module
    with _quiet(), timed(10.0):
        exec(compile(weave(text) if weave else text, path, "exec", dont_inherit=True), space)
    return space
