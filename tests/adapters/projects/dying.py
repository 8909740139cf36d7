"""A program that applies or undoes a change and ends itself with SIGKILL right before its n-th write to the disk."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aurora.adapters.projects.change import Changes


def main(verb: str, root: str, state: str, fatal: int) -> None:
    """`fatal` counts the calls that open for writing, sync, rename or remove, from 1."""
    done = 0

    def counted(real: Callable[..., Any], writes: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal done
            done += bool(writes(*given, **named))
            if done == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return call

    always = lambda *given, **named: True  # noqa: E731
    os.open = counted(os.open, lambda path, flags, *rest, **named: flags & os.O_CREAT)
    Path.replace = counted(Path.replace, always)  # type: ignore[method-assign]
    Path.unlink = counted(Path.unlink, always)  # type: ignore[method-assign]
    Path.chmod = counted(Path.chmod, always)  # type: ignore[method-assign]
    os.fsync = counted(os.fsync, always)
    changes = Changes(Path(state))
    if verb == "undo":
        changes.undo(Path(root))
    else:
        before = {"a.py": "x = 1\n", "b.py": "y = 1\n"}
        changes.apply(Path(root), before, {"a.py": "x = 2\n", "b.py": "y = 2\n", "test_a.py": "pass\n"}, "fix")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
