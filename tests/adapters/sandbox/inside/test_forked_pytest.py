"""pytest in a fork does what `python -m pytest` does, and whoever could tell gets the real program."""

import re
from collections.abc import Mapping

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.inside import forked_pytest
from aurora.model.execution import LEAN_PYTEST, Limits, Outcome, Program, Status

LIMITS = Limits(wall_seconds=120, cpu_seconds=30, memory_mb=1024)
INSIDE = 'vars(sys)["mod" + "ules"]'  # what was imported, without the word that asks for the real program
VARIOUS = """
import random, sys, warnings
import pytest
from m import double

def test_passes():
    print("said")
    assert double(2) == 4

def test_fails():
    assert double("a") == "a"

@pytest.mark.xfail
def test_is_expected_to_fail():
    warnings.warn("a warning")
    assert double([]) is None

@pytest.fixture
def broken():
    raise LookupError("in a fixture")

def test_has_a_broken_fixture(broken):
    print("err", file=sys.stderr)
"""
ITSELF = """
import os, random, signal, sys, threading

def test_shows_itself():
    print(sys.argv, sys.path, os.getcwd(), sorted(os.listdir()), sorted(os.environ.items()))
    print(sys.stdin.read(), sys.__stdout__.encoding, sys.__stdout__.errors, sys.__stdout__.line_buffering)
    print([signal.getsignal(each) for each in (signal.SIGINT, signal.SIGPIPE, signal.SIGTERM)])
    print(__import__("__main__").__name__, threading.current_thread().name, threading.active_count())
    print(sys.executable, sys.prefix, sys.warnoptions, sys.dont_write_bytecode, os.getpgrp() == os.getpid())
    assert False
"""
ENDING = """
import atexit, threading, time

def late():
    time.sleep(0.05)
    open("thread", "w").write("waited for")

def test_ends_later():
    atexit.register(lambda: print("at exit", open("thread").read()))
    threading.Thread(target=late).start()
"""
PROJECTS: tuple[tuple[str, Mapping[str, str], tuple[str, ...]], ...] = (
    ("various", {"m.py": "def double(x):\n    return x * 2\n", "test_m.py": VARIOUS}, ("-q",)),
    ("itself", {"test_i.py": ITSELF}, ("-q", "--tb=no", "-rA", "-x")),
    ("ending", {"test_e.py": ENDING}, ("-q",)),
    (
        "settings, conftest and a plugin of the project",
        {
            "pytest.ini": "[pytest]\naddopts = -v --owner=me\ntestpaths = checks\npythonpath = lib\nmarkers = slow\n",
            "conftest.py": "pytest_plugins = ['mine']\n",
            "mine.py": (
                "import pytest\ndef pytest_addoption(parser):\n    parser.addoption('--owner')\n"
                "@pytest.fixture\ndef owner(request):\n    return request.config.getoption('owner')\n"
            ),
            "lib/tool.py": "NAME = 'you'\n",
            "checks/test_c.py": "from tool import NAME\ndef test_owner(owner):\n    assert owner == NAME\n",
            "other/test_not.py": "assert False\n",
        },
        (),
    ),
    ("wrong use", {"test_m.py": ""}, ("--no-such-option",)),
    ("no tests", {"test_m.py": ""}, ("-q",)),
    ("a file that does not parse", {"test_m.py": "def f(:\n"}, ("-q",)),
    ("left at once", {"test_m.py": "import os\ndef test_f():\n    print('x')\n    os._exit(7)\n"}, ("-q", "-s")),
)


def run(sandbox: ForkServer, files: Mapping[str, str], words: tuple[str, ...], *, real: bool = False) -> Outcome:
    command = ("python", *(("-W", "default::FutureWarning") if real else ()), "-m", "pytest", *LEAN_PYTEST, *words)
    return sandbox.run(Program(command=command, files=files, limits=LIMITS, stdin="given"))


def told(outcome: Outcome) -> tuple[object, ...]:
    text = outcome.stdout.replace("['default::FutureWarning']", "[]")
    return outcome.status, outcome.exit_code, re.sub(r"in \d+\.\d+s", "in some time", text), outcome.stderr


@pytest.mark.parametrize(("name", "files", "words"), PROJECTS, ids=[name for name, _, _ in PROJECTS])
def test_a_fork_says_what_the_program_says(
    sandbox: ForkServer, name: str, files: Mapping[str, str], words: tuple[str, ...]
) -> None:
    del name
    texts = {path: text.encode() for path, text in files.items()}
    assert forked_pytest.prepare()
    assert forked_pytest.suits(texts)
    assert told(run(sandbox, files, words)) == told(run(sandbox, files, words, real=True))


def forked(sandbox: ForkServer, files: Mapping[str, str]) -> bool:
    """Whether a run of this project begins with modules of the server."""
    test = f"import sys\ndef test_f():\n    assert 'aurora.adapters' not in {INSIDE}\n"
    outcome = run(sandbox, {**files, "test_f.py": test}, ("-q",))
    assert outcome.exit_code in (0, 1)
    return outcome.exit_code == 1


def test_a_plain_project_is_run_in_a_fork(sandbox: ForkServer) -> None:
    assert forked(sandbox, {"pkg/__init__.py": "", "pkg/core.py": "import random, math\n", "conftest.py": ""})


@pytest.mark.parametrize(
    "files",
    [
        {"statistics.py": ""},
        {"lib/string.py": ""},
        {"pluggy/readme.txt": ""},
        {"m.py": "import sys\nprint(sys.modules)\n"},
        {"m.py": "from sys import flags\n"},
        {"m.py": "import gc\n"},
        {".local/lib/python3.11/site-packages/x.py": ""},
    ],
    ids=lambda files: next(iter(files.items())),
)
def test_a_project_that_could_tell_is_run_by_the_program(sandbox: ForkServer, files: Mapping[str, str]) -> None:
    assert not forked(sandbox, files)


def test_other_commands_are_no_plain_pytest() -> None:
    assert forked_pytest.wanted(("python", "-m", "pytest", "-q"))
    for other in (("python", "-u", "-m", "pytest"), ("pytest",), ("python", "-m", "unittest"), None):
        assert not forked_pytest.wanted(other)


def test_a_run_leaves_nothing_to_the_next(sandbox: ForkServer) -> None:
    once = (
        "import json, os, pathlib\ndef test_f():\n    assert not hasattr(json, 'kept') and 'KEPT' not in os.environ\n"
        "    assert not os.path.exists('kept')\n    json.kept = os.environ['KEPT'] = 'x'\n    open('kept', 'w')\n"
    )
    for _ in range(2):
        assert run(sandbox, {"test_f.py": once}, ("-q",)).exit_code == 0


def test_chance_differs_from_run_to_run(sandbox: ForkServer) -> None:
    files = {"test_f.py": "import random\ndef test_f():\n    print(random.random())\n"}
    first, second = (run(sandbox, files, ("-q", "-s")).stdout.split()[0] for _ in range(2))
    assert first != second


def test_other_programs_begin_without_pytest(sandbox: ForkServer) -> None:
    run(sandbox, {"test_f.py": ""}, ("-q",))
    assert sandbox.run(Program(source="import sys\nresult = 'pytest' in sys.modules")).value is False


def test_a_crash_and_a_hang_end_as_those_of_any_program(sandbox: ForkServer) -> None:
    crash = {"test_f.py": "import os\ndef test_f():\n    os.kill(os.getpid(), 11)\n"}
    outcome = run(sandbox, crash, ("-q",))
    assert (outcome.status, outcome.signal) == (Status.CRASHED, 11)
    hang = Program(
        command=("python", "-m", "pytest", *LEAN_PYTEST),
        files={"test_f.py": "def test_f():\n    while True:\n        pass\n"},
        limits=Limits(wall_seconds=60, cpu_seconds=1),
    )
    assert sandbox.run(hang).status is Status.CPU_TIME
