"""Leaving the host's namespaces: user, network, IPC, host name, mounts, processes, each if the kernel lets us."""

import os
from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.sandbox.inside import kernel

_HIGH_IDS = 2_047_000_000
_ID_COUNT = 65_536
_KINDS = {
    "network": kernel.NEW_NET,
    "IPC": kernel.NEW_IPC,
    "host name": kernel.NEW_UTS,
    "mount": kernel.NEW_NS,
    "PID": kernel.NEW_PID,
}


@dataclass(frozen=True, slots=True)
class Namespaces:
    """What was left, why not the rest, and the user id of programs."""

    left: frozenset[str]
    refused: dict[str, str]
    user: int  # of programs; this process's own when it may not change it


def enter() -> Namespaces:
    """Leave all that may be left. A new PID namespace begins with the next child."""
    left: set[str] = set()
    refused: dict[str, str] = {}
    root = os.geteuid() == 0
    user = _unprivileged_id() if root else os.geteuid()
    try:
        if root:
            _leave_users_as_root(user)
        else:
            _leave_users_alone(user, os.getegid())
        left.add("user")
    except OSError as error:
        refused["user"] = str(error)
    for name, flag in _KINDS.items():
        try:
            kernel.unshare(flag)
            left.add(name)
        except OSError as error:
            refused[name] = str(error)
    return Namespaces(frozenset(left), refused, user)


def _unprivileged_id() -> int:
    """An id that no account should have and no other server has, inside this namespace's own range."""
    high = _HIGH_IDS + os.getpid() % _ID_COUNT
    lines = Path("/proc/self/uid_map").read_text(encoding="ascii").splitlines()
    ranges = [tuple(map(int, line.split())) for line in lines]
    if any(first <= high < first + count for first, _, count in ranges):
        return high
    return max(first + count - 1 for first, _, count in ranges)


def _leave_users_alone(user: int, group: int) -> None:
    kernel.unshare(kernel.NEW_USER)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")


def _leave_users_as_root(programs: int) -> None:
    """Keep root and the programs' id; a second process must say so, since this one has left."""
    own, (wait, go) = os.getpid(), os.pipe()
    writer = os.fork()
    if writer == 0:
        failed = 1
        try:
            os.close(go)
            if os.read(wait, 1):
                for name in ("uid_map", "gid_map"):
                    _write(f"/proc/{own}/{name}", f"0 0 1\n{programs} {programs} 1\n")
                failed = 0
        finally:
            os._exit(failed)
    os.close(wait)
    try:
        kernel.unshare(kernel.NEW_USER)
        os.write(go, b"1")
    finally:
        os.close(go)
        _, status = os.waitpid(writer, 0)
    if status != 0:
        raise OSError("the ids of a user namespace could not be mapped")


def _write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="ascii")


def fork_into_own(home: int) -> int:
    """Fork a child that is process 1 of a PID namespace of its own, inside this one, which `home` is open on."""
    kernel.unshare(kernel.NEW_PID)
    pid = os.fork()
    if pid != 0:
        kernel.set_namespace(home, kernel.NEW_PID)
    return pid
