"""What a forked process does: run its program, and tell on its own pipe how that ended."""

import atexit
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, NoReturn

from aurora.adapters.sandbox.wire import plain

NAME = "<program>"
"""The file name of a program's source in tracebacks."""
UNTOLD = 70
"""Exit status of a process that could not tell how it ended."""
_MESSAGE_LIMIT, _FRAME_LIMIT, _CHAIN_LIMIT = 4000, 64, 10
_OURS = str(Path(__file__).parent.parent) + os.sep


def run_source(source: str) -> object:
    """Run `source` as `__main__` to the end of its threads; answers its global `result`."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    module = ModuleType("__main__")
    sys.modules["__main__"] = module
    sys.argv = [NAME]
    exec(compile(source, NAME, "exec", dont_inherit=True), module.__dict__)
    threading: Any = sys.modules.get("threading")
    if threading is not None:
        threading._shutdown()
    atexit._run_exitfuncs()
    return module.__dict__.get("result")


def execute(command: list[str]) -> NoReturn:
    """Become `command`; its first word `python` is this interpreter."""
    program = sys.executable if command[0] == "python" else command[0]
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.execvpe(program, command, os.environ)


def tell(pipe: int, work: Callable[[], object], scratch: str) -> NoReturn:
    """Do `work`, write how it ended to `pipe` as one line of JSON, and leave without running anything else."""
    code = 0
    words: dict[str, object]
    try:
        value = work()
        words = {"end": "ok", "value": value if plain(value) else None}
    except SystemExit as stop:
        code, words = exit_code(stop), {"end": "exited"}
    except BaseException as error:  # noqa: BLE001 - whatever the program raises is its outcome
        code, words = 1, {"end": "raised", "raised": describe(error, scratch), "refused": _refused(error)}
    status = UNTOLD
    try:
        _flush()
        write(pipe, words)
        status = code
    finally:
        os._exit(status)


def write(pipe: int, words: object) -> None:
    """Write one line of JSON."""
    line = memoryview(json.dumps(words).encode("ascii") + b"\n")
    while line:
        line = line[os.write(pipe, line) :]


def describe(error: BaseException, scratch: str) -> list[object]:
    """[type, message, frames] of an exception; the frames of the sandbox itself are left out."""
    try:
        message = str(error)[:_MESSAGE_LIMIT]
    except BaseException:  # noqa: BLE001 - a hostile __str__
        message = ""
    return [type(error).__name__, message, _frames(error.__traceback__, scratch)[-_FRAME_LIMIT:]]


def _refused(error: BaseException | None) -> bool:
    """Whether the system refused something on the way to `error`."""
    for _ in range(_CHAIN_LIMIT):
        if error is None or isinstance(error, OSError):
            break
        error = error.__cause__ or error.__context__
    return isinstance(error, OSError)


def _frames(trace: TracebackType | None, scratch: str) -> list[list[object]]:
    frames: list[list[object]] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if not code.co_filename.startswith(_OURS):
            file = code.co_filename.removeprefix(f"{scratch}/")
            frames.append([file, trace.tb_lineno, code.co_name])
        trace = trace.tb_next
    return frames


def exit_code(stop: SystemExit) -> int:
    """The exit status that the interpreter gives to `stop`; words are printed first."""
    if stop.code is None:
        return 0
    if isinstance(stop.code, int):
        return stop.code & 0xFF
    print(stop.code, file=sys.stderr)  # noqa: T201 - as the interpreter does
    return 1


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue  # closed by the program
