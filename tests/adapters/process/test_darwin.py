"""Processes as macOS tells of them, on a simulated one."""

import ctypes
import struct
from typing import Any

import pytest

from aurora.adapters.process import identity
from aurora.adapters.process.darwin import BSD, TASK, Darwin
from aurora.adapters.process.usage import Meter
from aurora.contracts.processes import Usage

RUNNING, STOPPED, ZOMBIE = 2, 4, 5


class Process:
    def __init__(self, second: int, status: int = RUNNING, environment: tuple[bytes, ...] = ()) -> None:
        self.second, self.status, self.environment = second, status, environment
        self.sockets: dict[int, tuple[int, int, int]] = {}  # by file: port, kind, state


class LibSystem:
    """Answers as libSystem does: how many bytes, or -1; 0 for success of the others."""

    def __init__(self, **processes: Process) -> None:
        self.processes = {int(name[1:]): each for name, each in processes.items()}

    def proc_pidinfo(self, pid: int, flavor: int, argument: int, answer: Any, size: int) -> int:
        one = self.processes.get(pid)
        assert argument == 0
        if one is None or (one.status == ZOMBIE and flavor == 2):
            return 0
        if flavor == 1:
            if answer is None:
                return 24 + 20 * 8
            answer[:24] = struct.pack("=iIiIiI", 0, 1, 4, 2, 5, 2)  # a file, two sockets
            return 24
        assert (flavor, size) == (2, 136 + 96)
        numbers = [0, one.status, *[0] * 10, b"python", b"python", *[0] * 5, 0, one.second, 250_000]
        answer[:size] = BSD.pack(*numbers) + TASK.pack(
            1 << 40, 96 << 20, 24_000_000, 12_000_000, *[0] * 2, *[0] * 9, 7, 0, 0
        )
        return size

    def proc_pidfdinfo(self, pid: int, file: int, flavor: int, answer: Any, size: int) -> int:
        assert (flavor, size) == (3, 792)
        port, kind, state = self.processes[pid].sockets.get(file, (0, 1, 0))
        struct.pack_into("=i", answer, 256, kind)
        struct.pack_into(">HH", answer, 268, port, 0xBEEF)
        struct.pack_into("=i", answer, 344, state)
        return size if file in (4, 5) else -1

    def proc_listallpids(self, answer: Any, size: int) -> int:
        if answer is not None:
            assert size == ctypes.sizeof(answer)
            answer[: len(self.processes)] = list(self.processes)
        return len(self.processes)

    def sysctlbyname(self, name: bytes, answer: Any, size: Any, new: None, length: int) -> int:
        assert (name, size._obj.value, new, length) == (b"kern.bootsessionuuid", 64, None, 0)
        answer.value = b"A0B1"
        return 0

    def sysctl(self, name: Any, count: int, answer: Any, size: Any, new: None, length: int) -> int:
        assert (list(name)[:2], count, new, length) == ([1, 49], 3, None, 0)
        one = self.processes.get(name[2])
        if one is None:
            return -1
        words = [
            b"/usr/bin/python\0\0\0",
            b"python\0",
            b"serve.py\0",
            *(entry + b"\0" for entry in one.environment),
            b"\0",
        ]
        text = struct.pack("=i", 2) + b"".join(words)
        answer[: len(text)] = text
        size._obj.value = len(text)
        return 0

    def mach_timebase_info(self, answer: Any) -> int:
        answer._obj[:] = [125, 3]  # nanoseconds of a tick on Apple silicon
        return 0


def test_who_is_gone_or_dead_has_no_start_and_cannot_be_sampled() -> None:
    mac = Darwin(LibSystem(p7=Process(100, ZOMBIE)))
    assert (mac.start(7), mac.start(8)) == (None, None)
    with pytest.raises(ProcessLookupError):
        mac.gauge(8)


def test_a_process_is_known_by_the_microsecond_of_its_start() -> None:
    mac = Darwin(LibSystem(p7=Process(100)))
    who = identity.of(7, mac)
    assert who == identity.Identity(7, 100_250_000, "A0B1")
    assert identity.runs(who, mac)
    assert not identity.runs(who, Darwin(LibSystem(p7=Process(101))))
    assert mac.now() > 10**15


def test_a_sample_is_in_seconds_and_mebibytes() -> None:
    meter = Meter(7, Darwin(LibSystem(p7=Process(100, STOPPED))))
    assert meter.sample() == Usage("T", 1.5, 96.0, 7)
    assert meter.descriptors() == 3
    meter.close()


def test_a_pid_that_was_used_again_is_not_sampled() -> None:
    system = LibSystem(p7=Process(100))
    meter = Meter(7, Darwin(system))
    system.processes[7] = Process(200)
    with pytest.raises(ProcessLookupError):
        meter.sample()


def test_whoever_carries_a_token_is_found_the_eldest_first() -> None:
    mine = (b"PATH=/bin", b"AURORA_SERVICE_TOKEN=home|web|3|secret")
    mac = Darwin(LibSystem(p7=Process(200, environment=mine), p8=Process(100, environment=mine), p9=Process(50)))
    assert [each.pid for each in identity.bearers("home|web|3|secret", mac)] == [8, 7]
    newest = identity.kin(identity.family("home", mac))["web"]
    assert (newest.epoch, newest.token) == (3, "home|web|3|secret")
    assert identity.belongs(7, "home", "web", mac)
    assert not identity.belongs(9, "home", "web", mac)


def test_who_listens_on_a_port_is_known_by_its_sockets() -> None:
    listening, connected, other = Process(100), Process(200), Process(300)
    listening.sockets = {4: (9_000, 2, 4), 5: (8_000, 2, 1)}
    connected.sockets = {4: (8_000, 2, 4), 5: (8_000, 1, 1)}  # an open connection, and UDP
    mac = Darwin(LibSystem(p7=listening, p8=connected, p9=other))
    assert (list(mac.holders(8_000)), list(mac.holders(9_000))) == ([7], [])
    assert (mac.listens(7, 8_000), mac.listens(8, 8_000), mac.listens(7, 9_000)) == (True, False, None)
