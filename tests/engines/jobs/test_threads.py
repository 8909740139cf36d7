"""Tests of the threads that jobs run in."""

import subprocess
import sys

import pytest

from aurora.engines.jobs.threads import Threads
from tests.engines.jobs.conftest import LONG


def _raise(words: str) -> None:
    raise KeyError(words)


def test_what_a_call_raises_is_raised_to_whoever_asks() -> None:
    with pytest.raises(KeyError, match="colour"):
        Threads().submit(_raise, "colour").result(LONG)


def test_a_call_answers_with_its_arguments_and_options() -> None:
    assert Threads().submit(int, "ff", base=16).result(LONG) == 255


def test_a_call_that_never_ends_does_not_keep_its_process() -> None:
    never = (
        "import threading\n"
        "from aurora.engines.jobs.threads import Threads\n"
        "threads = Threads()\n"
        "threads.submit(threading.Event().wait)\n"
        "threads.shutdown()\n"
    )
    assert subprocess.run([sys.executable, "-c", never], timeout=LONG, check=False).returncode == 0
