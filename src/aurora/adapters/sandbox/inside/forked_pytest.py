"""`python -m pytest` in a fork of a server that has imported pytest already: the same run without its slow start.

A project that could tell the difference gets the real program, see `suits`.
"""

import atexit
import gc
import os
import random
import re
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any, NoReturn

import aurora
from aurora.adapters.sandbox.inside import candidate

_UNFLUSHED = 120  # exit status of an interpreter whose output could not be written
_IMPORTED = (".py", ".pyc", ".so", ".pyd")
_OWN_MODULES = {"__init__", "__main__", "conftest"}  # names that several modules of one process may have
_TELLING = re.compile(
    rb"\bsys\s*\.\s*(modules|flags|path_importer_cache|meta_path)\b|\bfrom\s+sys\s+import\b|recursionlimit"
    rb"|\b(gc|multiprocessing|concurrent|tracemalloc|runpy|sysconfig|_getframe|register_at_fork|getppid)\b"
)
"""What shows a program how its interpreter was started, or what that had done before."""


def wanted(command: Sequence[str] | None) -> bool:
    """Whether a command is plain pytest."""
    return command is not None and tuple(command[:3]) == ("python", "-m", "pytest")


def suits(files: Mapping[str, bytes]) -> bool:
    """Whether a project cannot tell a fork from an interpreter of its own.

    It could when it has modules by the names of some that are imported already, or asks for the state of its
    interpreter. To be asked after `prepare`.
    """
    loaded = {name.partition(".")[0] for name in sys.modules} - _OWN_MODULES
    for name, content in files.items():
        *folders, file = PurePosixPath(name).parts
        names = {*folders, file.partition(".")[0]} if file.endswith(_IMPORTED) else {*folders}
        if ".local" in folders or names & loaded or _TELLING.search(content):
            return False
    return True


def prepare() -> bool:
    """Import pytest and what every run of it needs; whether there is one here.

    Plugins of others are left to each run, which rewrites their assertions as it imports them.
    """
    if "pytest" in sys.modules:
        return True
    try:
        import_module("pytest")
        for name in import_module("_pytest.config").default_plugins:
            import_module(f"_pytest.{name}")
    except ImportError:
        return False
    gc.collect()
    gc.freeze()
    return True


def run(words: Sequence[str]) -> NoReturn:
    """Be the interpreter of `python -m pytest WORDS`, to its end."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.path.remove(str(Path(aurora.__file__).parent.parent))  # the server's own; an installed one stays
    sys.path.insert(0, str(Path.cwd()))
    sys.argv = ["-m", *words]
    sys.orig_argv = [sys.executable, "-m", "pytest", *words]
    sys.modules["__main__"] = ModuleType("__main__")
    random.seed()  # the server's is seeded alike for all, and not anew in forks
    os.register_at_fork(after_in_child=random.seed)
    code = 0
    try:
        runpy._run_module_as_main("pytest")  # type: ignore[attr-defined] # what the interpreter itself calls for -m
    except SystemExit as stop:
        code = candidate.exit_code(stop)
    except BaseException:  # noqa: BLE001 - as the interpreter does
        sys.excepthook(*sys.exc_info())
        code = 1
    os._exit(_UNFLUSHED if not _ended() else code)


def _ended() -> bool:
    """Wait for threads, do what was to be done at exit, write all output; whether that could be written."""
    threading: Any = sys.modules.get("threading")
    if threading is not None:
        threading._shutdown()
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True
