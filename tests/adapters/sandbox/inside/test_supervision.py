"""Programs that try to use more than they may, and to outlive their end."""

import signal

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.wire import VALUE_LIMIT
from aurora.model.execution import Limits, Outcome, Program, Status
from tests.adapters.sandbox.census import own_servers

SHORT = Limits(wall_seconds=0.5)


def run(sandbox: ForkServer, source: str, limits: Limits = SHORT) -> Outcome:
    """The outcome of `source`; afterwards the servers are there, nothing else is, and the next program runs."""
    before = own_servers()
    outcome = sandbox.run(Program(source=source, limits=limits))
    assert own_servers() == before
    assert sandbox.run(Program(source="import os\nresult = os.listdir('.')")).value == []
    return outcome


@pytest.mark.parametrize(
    "source",
    [
        "while True: pass",
        "import time\ntime.sleep(60)",
        "import signal\nfor s in {*range(1, 32)} - {9, 19}: signal.signal(s, signal.SIG_IGN)\nwhile True: pass",
        "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "import atexit, time\natexit.register(time.sleep, 60)",
    ],
)
def test_a_program_without_end_is_ended(sandbox: ForkServer, source: str) -> None:
    outcome = run(sandbox, source)
    assert outcome.status is Status.WALL_TIME
    assert 0.5 <= outcome.seconds < 5.0


@pytest.mark.parametrize("seconds", [0.0, -1.0])
def test_no_time_at_all_is_no_time_without_end(sandbox: ForkServer, seconds: float) -> None:
    assert run(sandbox, "while True: pass", Limits(wall_seconds=seconds)).status is Status.WALL_TIME


def test_processor_time_is_limited_apart_from_wall_time(sandbox: ForkServer) -> None:
    limits = Limits(wall_seconds=100, cpu_seconds=0.2)
    assert run(sandbox, "while True: pass", limits).status is Status.CPU_TIME
    outcome = run(sandbox, "import time\ntime.sleep(0.4)\nresult = 1", limits)
    assert outcome.status is Status.OK
    assert outcome.cpu_seconds < 0.2


def test_processor_time_of_children_counts(sandbox: ForkServer) -> None:
    source = "import os\nfor _ in range(3): os.fork()\nwhile True: pass"
    assert run(sandbox, source, Limits(wall_seconds=100, cpu_seconds=0.3)).status is Status.CPU_TIME


def test_an_allocation_of_ten_gigabytes_fails(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "x = bytearray(10 * 2**30)")
    assert outcome.status is Status.MEMORY
    assert outcome.raised is not None
    assert outcome.raised.type == "MemoryError"


def test_memory_that_grows_slowly_is_limited(sandbox: ForkServer) -> None:
    source = "kept = []\nwhile True: kept.append(bytearray(1 << 20))"
    outcome = run(sandbox, source, Limits(wall_seconds=100, memory_mb=100))
    assert outcome.status is Status.MEMORY
    assert 50 < outcome.peak_mb < 200


def test_memory_of_many_processes_counts_together(sandbox: ForkServer) -> None:
    source = """
import os, time
for _ in range(6):
    if os.fork() == 0:
        kept = b"x" * (60 << 20)
        time.sleep(60)
time.sleep(60)
"""
    outcome = run(sandbox, source, Limits(wall_seconds=100, memory_mb=150))
    assert outcome.status is Status.MEMORY
    assert outcome.peak_mb > 150


def test_a_fork_bomb_ends(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "import os\nwhile True: os.fork()", Limits(wall_seconds=5, processes=8))
    assert outcome.status is Status.RAISED
    assert outcome.raised is not None
    assert outcome.raised.type == "BlockingIOError"


def test_a_fork_bomb_that_goes_on_ends(sandbox: ForkServer) -> None:
    source = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    assert run(sandbox, source).status is Status.WALL_TIME


def test_a_program_may_have_as_many_processes_as_it_was_given(sandbox: ForkServer) -> None:
    source = """
import os
count = 1
try:
    while True:
        if os.fork() == 0:
            import time
            time.sleep(60)
        count += 1
except BlockingIOError:
    result = count
"""
    assert run(sandbox, source, Limits(processes=5)).value == 5


def test_a_daemon_does_not_survive(sandbox: ForkServer) -> None:
    source = """
import os, signal, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 32):
            if number not in (9, 19):
                signal.signal(number, signal.SIG_IGN)
        os.closerange(0, 64)
        while True:
            time.sleep(0.01)
    os._exit(0)
os.wait()
result = "left a daemon behind"
"""
    assert run(sandbox, source).value == "left a daemon behind"


def test_a_thread_that_nobody_waits_for_does_not_survive(sandbox: ForkServer) -> None:
    source = "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nresult = 1"
    assert run(sandbox, source).value == 1


def test_a_thread_that_is_waited_for_ends_first(sandbox: ForkServer) -> None:
    source = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.05), print('late'))).start()"
    assert run(sandbox, source).stdout == "late\n"


@pytest.mark.parametrize("target", ["os.getppid()", "1", "-1", "0", "-os.getppid()"])
def test_killing_the_parent_harms_nobody_else(sandbox: ForkServer, target: str) -> None:
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGSTOP, signal.SIGSEGV):
        source = f"import os\ntry:\n    os.kill({target}, {int(number)})\nexcept OSError: pass"
        outcome = run(sandbox, source)
        assert outcome.status in (Status.OK, Status.CRASHED, Status.RAISED, Status.WALL_TIME)


@pytest.mark.parametrize("stream", [1, 2])
def test_a_flood_of_output_is_stopped(sandbox: ForkServer, stream: int) -> None:
    source = f"import os\nwhile True: os.write({stream}, b'flood ' * 1000)"
    outcome = run(sandbox, source, Limits(wall_seconds=100, output_kb=8))
    assert outcome.status is Status.OUTPUT
    assert len((outcome.stdout, outcome.stderr)[stream - 1]) == 8 * 1024


def test_output_up_to_the_limit_is_no_flood(sandbox: ForkServer) -> None:
    limits = Limits(output_kb=8)
    assert run(sandbox, "print('x' * (8 * 1024 - 1))", limits).stdout == "x" * (8 * 1024 - 1) + "\n"
    assert run(sandbox, "print('x' * (8 * 1024))", limits).status is Status.OUTPUT


def test_a_huge_value_is_refused(sandbox: ForkServer) -> None:
    assert run(sandbox, f"result = 'x' * {VALUE_LIMIT}", Limits()).status is Status.OUTPUT
    outcome = run(sandbox, f"result = 'x' * {VALUE_LIMIT - 1000}", Limits())
    assert outcome.value == "x" * (VALUE_LIMIT - 1000)


def test_words_without_end_are_refused(sandbox: ForkServer) -> None:
    source = "import os\nwhile True:\n    os.write(3, bytes(4096))"
    assert run(sandbox, source, Limits(wall_seconds=100)).status is Status.OUTPUT


@pytest.mark.parametrize(
    "line",
    [
        b"garbage\xff\x00\n",
        b'{"end": "raised"}\n',
        b'{"end": "raised", "raised": [1, 2, 3]}\n',
        b'{"end": "raised", "raised": ["A", "b", [["f", "x", 1], 3, null]]}\n',
        b'{"end": ["ok"], "code": "x", "value": {}}\n',
        b"[" * 100_000 + b"\n",
        b'{"denied": {}}\n{"denied": 3}\n',
        b"9" * 10_000 + b"\n",
        b'{"end": "ok", "value": NaN}\n',
        b'{"status": "ok", "value": 1, "rest": []}\n\x00\x00\x00\x02{}\n',
    ],
)
def test_forged_words_harm_nobody_else(sandbox: ForkServer, line: bytes) -> None:
    source = (
        f"import os\nfor fd in range(3, 12):\n    try: os.write(fd, {line!r})\n    except OSError: pass\nos._exit(0)"
    )
    outcome = run(sandbox, source)
    assert outcome.status in (Status.EXITED, Status.OK, Status.RAISED)
    assert outcome.value is None


def test_a_file_is_limited_in_size(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "open('big', 'wb').write(bytes(3 << 20))", Limits(file_mb=2))
    assert outcome.raised is not None
    assert outcome.raised.message.startswith("[Errno 27]")


def test_open_files_are_limited(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "kept = [open('f', 'w') for _ in range(100)]", Limits(open_files=32))
    assert outcome.raised is not None
    assert outcome.raised.message.startswith("[Errno 24]")


def test_a_crash_is_reported_with_its_signal(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "import ctypes\nctypes.string_at(0)")
    assert outcome.status is Status.CRASHED
    assert outcome.signal == signal.SIGSEGV


@pytest.mark.parametrize("fds", ["0, 1", "1, 2", "0, 3", "3, 4", "0, 256"])
def test_closed_streams_harm_nobody_else(sandbox: ForkServer, fds: str) -> None:
    outcome = run(sandbox, f"import os\nos.closerange({fds})\nprint('x')\nresult = 1")
    assert (outcome.status, outcome.value) in ((Status.OK, 1), (Status.EXITED, None))


def test_the_memory_of_a_previous_program_is_not_seen(sandbox: ForkServer) -> None:
    assert run(sandbox, "import math, builtins\nmath.pi = 3\nbuiltins.seen = True").ok
    assert run(sandbox, "import math\nresult = [math.pi, 'seen' in dir(__builtins__)]").value == [
        3.141592653589793,
        False,
    ]


def test_every_program_starts_from_the_same_random_seed(sandbox: ForkServer) -> None:
    source = "import random\nresult = [random.random(), hash('x')]"
    assert run(sandbox, source).value == run(sandbox, source).value
