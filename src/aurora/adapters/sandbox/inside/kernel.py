"""The system calls of Linux that CPython does not offer, through ctypes."""

import ctypes
import os
import platform
from dataclasses import dataclass

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
MNT_DETACH = 2
NEW_NS, NEW_UTS, NEW_IPC = 0x20000, 0x4000000, 0x8000000
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000

_PDEATHSIG, _DUMPABLE, _SUBREAPER, _NO_NEW_PRIVS = 1, 4, 36, 38
_CAPABILITY_VERSION = 0x20080522
_MOUNT_SETATTR = 442
_AT_RECURSIVE = 0x8000


@dataclass(frozen=True, slots=True)
class Machine:
    """What differs between processor architectures."""

    audit_arch: int
    pivot_root: int
    capset: int
    seccomp: int


MACHINES = {
    "x86_64": Machine(audit_arch=0xC000003E, pivot_root=155, capset=126, seccomp=317),
    "aarch64": Machine(audit_arch=0xC00000B7, pivot_root=41, capset=91, seccomp=277),
}
MACHINE = MACHINES.get(platform.machine())

_libc = ctypes.CDLL(None, use_errno=True)


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _MountAttributes(ctypes.Structure):
    _fields_ = (
        ("attr_set", ctypes.c_uint64),
        ("attr_clr", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns_fd", ctypes.c_uint64),
    )


def checked(answer: int, what: str) -> int:
    """`answer`, or the `OSError` of the call that failed."""
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return answer


def system_call(number: int, *arguments: object) -> int:
    """One raw system call; raises `OSError`."""
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return checked(_libc.syscall(ctypes.c_long(number), *words), f"system call {number}")


def machine() -> Machine:
    """The numbers of this architecture; raises `OSError` where they are not known."""
    if MACHINE is None:
        raise OSError(f"no system call table for {platform.machine()}")
    return MACHINE


def unshare(flags: int) -> None:
    """Leave the namespaces named by `flags`."""
    checked(_libc.unshare(flags), "unshare")


def set_namespace(fd: int, kind: int) -> None:
    """Join the namespace behind `fd`."""
    checked(_libc.setns(fd, kind), "setns")


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    """Mount a file system."""
    encoded = (os.fsencode(source), os.fsencode(target), kind.encode())
    checked(_libc.mount(*encoded, ctypes.c_ulong(flags), data.encode()), f"mount {target}")


def unmount(target: str) -> None:
    """Detach a mount now; it goes when its last user does."""
    checked(_libc.umount2(os.fsencode(target), MNT_DETACH), f"unmount {target}")


def make_read_only(target: str, *, devices: bool = False) -> None:
    """Make a bind mount, with all below it, read-only and free of setuid and device files."""
    flags = MS_RDONLY | MS_NOSUID | (0 if devices else MS_NODEV)
    attributes = _MountAttributes(flags, 0, 0, 0)
    try:
        size = ctypes.c_size_t(ctypes.sizeof(attributes))
        path = ctypes.c_char_p(os.fsencode(target))
        system_call(_MOUNT_SETATTR, -100, path, _AT_RECURSIVE, ctypes.byref(attributes), size)
    except OSError:  # before Linux 5.12
        mount("", target, "", MS_REMOUNT | MS_BIND | flags)


def pivot_root(new: str) -> None:
    """Make `new` the root of this mount namespace and forget the old one."""
    os.chdir(new)
    system_call(machine().pivot_root, ctypes.c_char_p(b"."), ctypes.c_char_p(b"."))
    unmount(".")
    os.chdir("/")


def die_with_parent(signal_number: int) -> None:
    """Have `signal_number` sent to this process when its parent thread ends."""
    checked(_libc.prctl(_PDEATHSIG, ctypes.c_ulong(signal_number), 0, 0, 0), "PR_SET_PDEATHSIG")


def adopt_orphans() -> None:
    """Make this process the parent of all its orphaned descendants."""
    checked(_libc.prctl(_SUBREAPER, ctypes.c_ulong(1), 0, 0, 0), "PR_SET_CHILD_SUBREAPER")


def forbid_new_privileges() -> None:
    """No program that this process executes gains rights."""
    checked(_libc.prctl(_NO_NEW_PRIVS, ctypes.c_ulong(1), 0, 0, 0), "PR_SET_NO_NEW_PRIVS")


def hide_memory() -> None:
    """Let no process of the same user read this one's memory."""
    checked(_libc.prctl(_DUMPABLE, ctypes.c_ulong(0), 0, 0, 0), "PR_SET_DUMPABLE")


_NO_CAPABILITIES = (_CapabilityHeader(_CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)())


def drop_capabilities() -> None:
    """Give up every capability; with no new privileges, for ever."""
    header, nothing = _NO_CAPABILITIES
    system_call(machine().capset, ctypes.byref(header), ctypes.byref(nothing))
