"""The system call filter."""

import ctypes
import errno
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from aurora.adapters.sandbox.inside import kernel, seccomp
from tests.adapters.sandbox.census import not_permitted
from tests.adapters.sandbox.forking import in_fork


@pytest.fixture(autouse=True)
def _only_where_it_is_known() -> None:
    if kernel.MACHINE is None:
        not_permitted("no system call table for this architecture")


def filtered(work: Callable[[], object]) -> str:
    """What `work` answers under the filter."""

    def inner() -> object:
        kernel.forbid_new_privileges()
        seccomp.Filter().put_on()
        return work()

    return in_fork(inner)


def refused(number: int) -> str:
    """The name of the error of a raw system call."""
    libc = ctypes.CDLL(None, use_errno=True)
    answer = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(-1)] * 5)
    return errno.errorcode[ctypes.get_errno()] if answer < 0 else "none"


def column() -> int:
    return list(kernel.MACHINES.values()).index(kernel.machine())


def test_every_call_of_the_table_is_refused() -> None:
    numbers = {name: row[column()] for name, row in seccomp.REFUSED.items() if row[column()] >= 0}
    answers = filtered(lambda: {name: refused(number) for name, number in numbers.items()})
    assert answers == str(dict.fromkeys(numbers, "EPERM"))


def test_the_neighbours_of_the_table_are_not_refused() -> None:
    numbers = {row[column()] for row in seccomp.REFUSED.values()}
    if column() != 0:
        pytest.skip("the calls below are those of x86_64")
    harmless = {0: "read", 39: "getpid", 102: "getuid", 186: "gettid", 204: "sched_getaffinity", 318: "getrandom"}
    assert not numbers & harmless.keys()
    answers = filtered(lambda: [number for number in harmless if refused(number) == "EPERM"])
    assert answers == "[]"


def test_a_call_of_the_other_table_of_the_same_processor_is_refused() -> None:
    if column() != 0:
        pytest.skip("only x86_64 has x32")
    assert filtered(lambda: refused(0x40000000 + 39)) == "EPERM"


def test_threads_and_processes_can_be_made() -> None:
    def work() -> object:
        thread = threading.Thread(target=os.getpid)
        thread.start()
        thread.join()
        pid = os.fork()
        if pid == 0:
            os._exit(7)
        _, status = os.waitpid(pid, 0)
        command = subprocess.run([sys.executable, "-c", "print(3)"], capture_output=True, check=True)
        return [os.waitstatus_to_exitcode(status), command.stdout]

    assert filtered(work) == r"[7, b'3\n']"


def test_only_stream_pairs_of_local_sockets_can_be_made() -> None:
    def work() -> object:
        a, b = socket.socketpair()
        a.send(b"x")
        answers = [b.recv(1)]
        for family, kind in ((socket.AF_UNIX, socket.SOCK_DGRAM), (socket.AF_UNIX, socket.SOCK_SEQPACKET)):
            try:
                socket.socketpair(family, kind)
            except PermissionError:
                answers.append(b"refused")
        try:
            a.sendto(b"x", b"\0name")
        except PermissionError:
            answers.append(b"refused")
        return answers

    assert filtered(work) == "[b'x', b'refused', b'refused', b'refused']"


def test_the_filter_cannot_be_taken_off() -> None:
    def work() -> object:
        seccomp.Filter().put_on()
        return refused(seccomp.REFUSED["socket"][column()])

    assert filtered(work) == "EPERM"
