"""Processes as macOS tells of them, by libproc and sysctl.

The calls go through the object that is handed in, so that tests can stand in for it.
"""

import ctypes
import struct
import time
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from aurora.contracts.processes import Usage

ALL_INFO, FILES = 2, 1  # <sys/proc_info.h>: PROC_PIDTASKALLINFO, PROC_PIDLISTFDS
FILE = struct.Struct("=iI")  # proc_fdinfo
SOCKET, SOCKET_INFO, SOCKET_SIZE = 2, 3, 792  # PROX_FDTYPE_SOCKET, PROC_PIDFDSOCKETINFO, size of struct socket_fdinfo
SOCKET_KIND, TCP, LISTENS = struct.Struct("=256xi"), 2, 1  # soi_kind, SOCKINFO_TCP, TSI_S_LISTEN
PORT, STATE = struct.Struct(">268xH"), struct.Struct("=344xi")  # insi_lport, in the order of the network; tcpsi_state
BSD = struct.Struct("=12I16s32s5Ii2Q")  # struct proc_bsdinfo
TASK = struct.Struct("=6Q12i")  # struct proc_taskinfo
STATUS, SECONDS, MICROSECONDS = 1, 20, 21  # places in the first
RESIDENT, USER, SYSTEM, THREADS = 1, 2, 3, 15  # places in the second
STATES = {1: "I", 2: "R", 3: "S", 4: "T", 5: "Z"}  # <sys/proc.h>: SIDL, SRUN, SSLEEP, SSTOP, SZOMB
KERN, PROCARGS2 = 1, 49  # <sys/sysctl.h>
MOST = 1 << 20  # bytes of arguments and environment


class LibSystem(Protocol):
    """What is used of libSystem."""

    def proc_pidinfo(self, pid: int, flavor: int, argument: int, answer: Any, size: int) -> int: ...  # noqa: D102
    def proc_pidfdinfo(self, pid: int, file: int, flavor: int, answer: Any, size: int) -> int: ...  # noqa: D102
    def proc_listallpids(self, answer: Any, size: int) -> int: ...  # noqa: D102
    def sysctlbyname(self, name: bytes, answer: Any, size: Any, new: None, length: int) -> int: ...  # noqa: D102
    def sysctl(self, name: Any, count: int, answer: Any, size: Any, new: None, length: int) -> int: ...  # noqa: D102
    def mach_timebase_info(self, answer: Any) -> int: ...  # noqa: D102


class Darwin:
    """See `Census`; a start is in microseconds since the epoch."""

    def __init__(self, system: LibSystem) -> None:
        self._system = system
        self._tick = (ctypes.c_uint32 * 2)()  # of the processor times in nanoseconds, as a fraction
        system.mach_timebase_info(ctypes.byref(self._tick))

    def boot(self) -> str:
        """See `Census`."""
        answer, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
        if self._system.sysctlbyname(b"kern.bootsessionuuid", answer, ctypes.byref(size), None, 0):
            raise OSError("this boot of the machine has no id")
        return answer.value.decode("ascii")

    def now(self) -> int:
        """See `Census`."""
        return time.time_ns() // 1000

    def start(self, pid: int, *, ended: bool = False) -> int | None:
        """See `Census`; of who ended the system tells nothing."""
        del ended
        facts = self._facts(pid)
        if facts is None or STATES.get(facts[0][STATUS]) == "Z":
            return None
        return int(facts[0][SECONDS]) * 10**6 + int(facts[0][MICROSECONDS])

    def pids(self) -> Iterable[int]:
        """See `Census`."""
        room = self._system.proc_listallpids(None, 0) + 64
        answer = (ctypes.c_int * room)()
        return list(answer[: self._system.proc_listallpids(answer, ctypes.sizeof(answer))])

    def environment(self, pid: int) -> list[bytes]:
        """See `Census`: behind the number of arguments, the path of the program, and the arguments."""
        name = (ctypes.c_int * 3)(KERN, PROCARGS2, pid)
        answer, size = ctypes.create_string_buffer(MOST), ctypes.c_size_t(MOST)
        if self._system.sysctl(name, len(name), answer, ctypes.byref(size), None, 0):
            return []
        (count,) = struct.unpack_from("=i", answer)
        _, _, rest = answer.raw[4 : size.value].partition(b"\0")
        return rest.lstrip(b"\0").split(b"\0")[count:]

    def holders(self, port: int) -> Iterable[int]:
        """See `Census`: the processes of this user, and for root all."""
        return [pid for pid in self.pids() if port in self._ports(pid)]

    def listens(self, pid: int, port: int) -> bool | None:
        """See `Census`."""
        return port in self._ports(pid) or (False if self.holders(port) else None)

    def _ports(self, pid: int) -> Iterator[int]:
        """The TCP ports that a process listens on."""
        for file, kind in self._files(pid):
            answer = ctypes.create_string_buffer(SOCKET_SIZE)
            size = self._system.proc_pidfdinfo(pid, file, SOCKET_INFO, answer, SOCKET_SIZE) if kind == SOCKET else 0
            if size == SOCKET_SIZE and SOCKET_KIND.unpack_from(answer) + STATE.unpack_from(answer) == (TCP, LISTENS):
                yield PORT.unpack_from(answer)[0]

    def gauge(self, pid: int) -> "Asked":
        """See `Census`."""
        gauge = Asked(self, pid)
        gauge.sample()
        return gauge

    def usage(self, pid: int) -> Usage:
        """What a process uses; raises `ProcessLookupError`."""
        facts = self._facts(pid)
        if facts is None:
            raise ProcessLookupError(pid)
        bsd, task = facts
        seconds = (task[USER] + task[SYSTEM]) * self._tick[0] / self._tick[1] / 10**9
        return Usage(STATES.get(bsd[STATUS], "S"), seconds, task[RESIDENT] / 2**20, task[THREADS])

    def descriptors(self, pid: int) -> int:
        """How many files a process has open."""
        return len(self._files(pid))

    def _files(self, pid: int) -> list[tuple[int, int]]:
        """The open files of a process, each with its kind."""
        room = self._system.proc_pidinfo(pid, FILES, 0, None, 0)
        if room <= 0:
            return []
        answer = ctypes.create_string_buffer(room)
        size = max(0, self._system.proc_pidinfo(pid, FILES, 0, answer, room))
        return list(FILE.iter_unpack(answer.raw[: size - size % FILE.size]))

    def _facts(self, pid: int) -> tuple[tuple[Any, ...], tuple[Any, ...]] | None:
        answer = ctypes.create_string_buffer(BSD.size + TASK.size)
        if self._system.proc_pidinfo(pid, ALL_INFO, 0, answer, len(answer)) != len(answer):
            return None
        return BSD.unpack_from(answer), TASK.unpack_from(answer, BSD.size)


class Asked:
    """See `Gauge`; a pid that was used again is somebody else."""

    def __init__(self, census: Darwin, pid: int) -> None:
        self._census, self._pid, self._start = census, pid, census.start(pid)

    def sample(self) -> Usage:
        """See `Gauge`."""
        if self._start is None or self._census.start(self._pid) != self._start:
            raise ProcessLookupError(self._pid)
        return self._census.usage(self._pid)

    def descriptors(self) -> int:
        """See `Gauge`."""
        return self._census.descriptors(self._pid)

    def close(self) -> None:
        """See `Gauge`; nothing is held."""
