"""A limit on the processor time of one evaluation, by a timer signal; limits may be nested, the nearest one rings."""

import gc
import signal
import threading
import weakref
from collections.abc import Callable
from types import FrameType
from typing import Any

from aurora.engines.synthesis.operators import Run

_SOON = 1e-4  # seconds until a limit rings that a limit within it has used up, or that rang where nobody hears it
_WEAKREF = weakref.__file__


class TooSlowError(Exception):
    """An evaluation took longer than it may."""


def arm() -> None:
    """Let timers raise `TooSlowError`; in the main thread, the only one that receives signals."""
    signal.signal(signal.SIGPROF, _ring)


def limited(run: Run, seconds: float, strikes: int = 1_000_000) -> Run:
    """The same function, ended by `TooSlowError` after some seconds of processor time.

    One that was too slow or too large `strikes` times is not run any more.
    """
    if threading.current_thread() is not threading.main_thread():
        return run
    arm()
    set_timer = signal.setitimer
    kind = signal.ITIMER_PROF
    left = strikes

    def guarded(*arguments: Any) -> Any:
        nonlocal left
        if not left:
            raise TooSlowError
        around = set_timer(kind, seconds)[0]
        if around and around < seconds:
            set_timer(kind, around)
        try:
            return run(*arguments)
        except (TooSlowError, MemoryError):
            left -= 1
            raise
        finally:
            rest = set_timer(kind, 0)[0]
            if around:
                set_timer(kind, max(_SOON, around - min(seconds, around) + rest))

    return guarded


def bounded(work: Callable[[], Any], seconds: float) -> Any:
    """The value of one call; None when it was too slow or raised anything."""
    try:
        return limited(work, seconds)()
    except Exception:  # noqa: BLE001 - whatever a candidate raises, it is not wanted
        return None


def _ring(_number: int, frame: FrameType | None) -> None:
    if _is_swallowed(frame):
        signal.setitimer(signal.ITIMER_PROF, _SOON)
    else:
        raise TooSlowError


def _is_swallowed(frame: FrameType | None) -> bool:
    """Whether the interpreter would only print what is raised here: in callbacks of the collector and in finalizers."""
    callbacks = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None:
        code = frame.f_code
        if code in callbacks or code.co_name == "__del__" or code.co_filename == _WEAKREF:
            return True
        frame = frame.f_back
    return False
