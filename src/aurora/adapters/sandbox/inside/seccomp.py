"""The system call filter: what no Python program needs is refused with EPERM (seccomp-bpf, `man 2 seccomp`)."""

import ctypes
import errno
from collections.abc import Iterator
from struct import pack

from aurora.adapters.sandbox.inside import kernel

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_SET_FILTER = 1
_X32 = 0x40000000
_NEW_NAMESPACE = 0x7E020080  # every CLONE_NEW* flag
_UNIX, _STREAM = 1, 1

# name: (x86_64, aarch64); -1 where the architecture has no such call
REFUSED = {
    "socket": (41, 198), "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242), "bind": (49, 200),
    "listen": (50, 201),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_getfd": (438, 438), "process_madvise": (440, 440), "process_mrelease": (448, 448),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97),
    "setns": (308, 268), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "open_tree_attr": (467, 467), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "bpf": (321, 280),
    "perf_event_open": (298, 241), "userfaultfd": (323, 282), "fanotify_init": (300, 262),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "reboot": (169, 142), "swapon": (167, 224),
    "swapoff": (168, 225), "acct": (163, 89), "quotactl": (179, 60), "quotactl_fd": (443, 443),
    "syslog": (103, 116), "vhangup": (153, 58), "sethostname": (170, 161), "setdomainname": (171, 162),
    "settimeofday": (164, 170), "clock_settime": (227, 112), "clock_adjtime": (305, 266),
    "adjtimex": (159, 171), "iopl": (172, -1), "ioperm": (173, -1), "personality": (135, 92),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "shmat": (30, 196),
    "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180),
    "setpriority": (141, 140), "ioprio_set": (251, 30), "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119), "sched_setparam": (142, 118), "sched_setattr": (314, 274),
    "move_pages": (279, 239), "migrate_pages": (256, 238),
}  # fmt: skip
_CLONE, _CLONE3, _SOCKETPAIR, _PRLIMIT, _SENDTO = (56, 220), (435, 435), (53, 199), (302, 261), (44, 206)


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return pack("HBBI", code, then, otherwise, value)


def _low(argument: int) -> bytes:
    return _step(_LOAD, _ARGUMENTS + 8 * argument)


def _high(argument: int) -> bytes:
    return _step(_LOAD, _ARGUMENTS + 8 * argument + 4)


def _instructions(column: int, arch: int) -> Iterator[bytes]:
    refuse, allow = _step(_RETURN, _ERRNO | errno.EPERM), _step(_RETURN, _ALLOW)
    yield _step(_LOAD, _ARCH)
    yield _step(_EQUAL, arch, 1)
    yield _step(_RETURN, _KILL)
    yield _step(_LOAD, _NUMBER)
    yield _step(_AT_LEAST, _X32, 0, 1)
    yield refuse
    yield _step(_EQUAL, _CLONE3[column], 0, 1)  # its flags cannot be read here; libc falls back to clone
    yield _step(_RETURN, _ERRNO | errno.ENOSYS)
    clone = (_low(0), _step(_ANY_BIT, _NEW_NAMESPACE, 0, 1), refuse, allow)
    pair = (_low(0), _step(_EQUAL, _UNIX, 0, 3), _low(1), _step(_AND, 0xF), _step(_EQUAL, _STREAM, 1), refuse, allow)
    another_process = (_low(0), _step(_EQUAL, 0, 1), refuse, allow)
    address = (_low(4), _step(_EQUAL, 0, 0, 2), _high(4), _step(_EQUAL, 0, 1), refuse, allow)
    for number, body in ((_CLONE, clone), (_SOCKETPAIR, pair), (_PRLIMIT, another_process), (_SENDTO, address)):
        yield _step(_EQUAL, number[column], 0, len(body))
        yield from body
    yield from _search(sorted(numbers[column] for numbers in REFUSED.values() if numbers[column] >= 0))


def _search(numbers: list[int]) -> list[bytes]:
    """A binary search: the kernel simulates the filter once for every call that exists when it is put on."""
    refuse, allow = _step(_RETURN, _ERRNO | errno.EPERM), _step(_RETURN, _ALLOW)
    if len(numbers) == 1:
        return [_step(_EQUAL, numbers[0], 0, 1), refuse, allow]
    middle = len(numbers) // 2
    below, above = _search(numbers[:middle]), _search(numbers[middle:])
    return [_step(_AT_LEAST, numbers[middle], len(below)), *below, *above]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


class Filter:
    """The filter of this architecture, ready to be put on; raises `OSError` where the calls are not known."""

    def __init__(self) -> None:
        self._number = kernel.machine().seccomp
        column = list(kernel.MACHINES.values()).index(kernel.machine())
        code = b"".join(_instructions(column, kernel.machine().audit_arch))
        self._program = _Program(len(code) // 8, code)

    def put_on(self) -> None:
        """Restrict this process and all that come from it; needs no_new_privs."""
        kernel.system_call(self._number, _SET_FILTER, 0, ctypes.byref(self._program))
