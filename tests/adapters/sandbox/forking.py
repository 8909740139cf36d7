"""Runs a piece of a test in a fork, so that what it does to its process stays there."""

import os
from collections.abc import Callable


def in_fork(work: Callable[[], object]) -> str:
    """The text of what `work` answers, or of what it raises, in a process of its own."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(write, str(work()).encode())
        except BaseException as error:  # noqa: BLE001 - told to the test
            os.write(write, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        text = told.read().decode()
    os.waitpid(pid, 0)
    return text
