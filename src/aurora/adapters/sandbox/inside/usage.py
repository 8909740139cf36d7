"""What a tree of processes uses now, read from procfs."""

import os
from dataclasses import dataclass

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGESIZE")


@dataclass(frozen=True, slots=True)
class Usage:
    """Sums over some processes; memory is anonymous memory, in bytes."""

    processes: int = 0
    memory: int = 0
    cpu_seconds: float = 0.0


def _read(proc: int, path: str) -> bytes:
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=proc)
    try:
        return os.read(fd, 4096)
    finally:
        os.close(fd)


class Inherited:
    """What a fork of this process inherits, measured anew at every 64th question."""

    def __init__(self, proc: int | None) -> None:
        self._proc, self._asked, self._last = proc, 0, (0, 0)

    def forget(self) -> None:
        """Measure anew at the next question: this process has grown."""
        self._asked = 0

    def __call__(self) -> tuple[int, int]:
        """(address space, anonymous memory) in bytes; zeros where there is no procfs."""
        if self._proc is not None and self._asked % 64 == 0:
            self._last = own_memory(self._proc)
        self._asked += 1
        return self._last


def own_memory(proc: int) -> tuple[int, int]:
    """(address space, anonymous memory) of this process in bytes; `proc` is an open /proc."""
    size, resident, shared = _read(proc, f"{os.getpid()}/statm").split()[:3]
    return int(size) * _PAGE, (int(resident) - int(shared)) * _PAGE


def _stat(proc: int, name: str) -> list[bytes]:
    """The fields of `/proc/<name>/stat` from the state on."""
    return _read(proc, f"{name}/stat").rpartition(b") ")[2].split()


def descendants(proc: int) -> list[int]:
    """The processes that came from this one, orphans that it adopted included."""
    parents: dict[int, int] = {}
    for name in filter(str.isdigit, os.listdir(proc)):
        try:
            parents[int(name)] = int(_stat(proc, name)[1])
        except OSError:
            continue  # it ended meanwhile
    own = os.getpid()
    return [pid for pid in parents if pid != own and _descends(pid, own, parents)]


def _descends(pid: int, ancestor: int, parents: dict[int, int]) -> bool:
    for _ in range(len(parents)):
        if pid == ancestor:
            return True
        if pid not in parents:
            return False
        pid = parents[pid]
    return False


def of_descendants(proc: int, shared: int) -> Usage:
    """What all descendants of this process use; each is forgiven `shared` bytes that it inherited."""
    processes, memory, ticks = 0, 0, 0
    for pid in descendants(proc):
        try:
            fields = _stat(proc, str(pid))
            resident, mapped = map(int, _read(proc, f"{pid}/statm").split()[1:3])
        except OSError:
            continue  # it ended meanwhile
        processes += 1
        memory += max(0, (resident - mapped) * _PAGE - shared)
        ticks += sum(map(int, fields[11:15]))
    return Usage(processes, memory, ticks / _TICKS)
