"""The socket by which services tell that they are ready and alive (`NOTIFY_SOCKET`): one for all, read by the loop.

The kernel says which process sent a message. It counts when that one is of an instance: the process that was started,
one of its session, or one that carries its token. Descriptors that come along are closed unseen, which is also the
answer to `sd_notify_barrier`.
"""

import os
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from aurora.adapters.process.census import here
from aurora.adapters.process.identity import TOKEN, named
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import READ, Loop
from aurora.model.service import Service

NAME = "notify.sock"
LONGEST = 4_096  # bytes of a message; of a longer one its whole lines count
MANY = 64  # messages that are read in one turn of the loop
_PATH = 107  # bytes that the path of a socket may have
_SENDER = struct.Struct("3i")  # pid, user, group
_NOBODY = "this system has no NOTIFY_SOCKET that says who speaks"


class Mailbox:
    """Hears services; `held` is the socket that outlived an earlier supervisor.

    `tell` hears of a stranger, once; `keep` of who says that it is ready, before anything else happens.
    """

    def __init__(
        self,
        folder: Path,
        loop: Loop,
        instances: Mapping[str, Instance],
        tell: Callable[[str, str, dict[str, object]], object],
        keep: Callable[..., object],
        held: socket.socket | None = None,
    ) -> None:
        self._loop, self._instances, self._tell, self._keep = loop, instances, tell, keep
        if held and not _reached(held.getsockname()):  # somebody removed its file
            held.close()
            held = None
        self.socket = held or opened(folder)
        self._pids = dict[int, Instance]()
        self._strange = False
        if self.socket:
            self.socket.setblocking(False)
            loop.watch(self.socket.fileno(), READ, self._came)

    @property
    def deaf(self) -> str:
        """Why nobody can be heard; empty when services can."""
        return "" if self.socket else _NOBODY

    def told(self, service: Service) -> dict[str, str]:
        """What an instance has to know in order to speak, and how often it must."""
        if not self.socket or not service.notifies:
            return {}
        name = os.fsdecode(self.socket.getsockname())
        told = {"NOTIFY_SOCKET": "@" + name[1:] if name.startswith("\0") else name}
        return told | ({"WATCHDOG_USEC": str(int(1e6 * service.watchdog))} if service.watchdog else {})

    def hand_over(self) -> socket.socket | None:
        """Another hold of the socket, which lasts beyond the end of this one."""
        return self.socket.dup() if self.socket else None

    def close(self) -> None:
        """Listen no more; services go on to write to who holds the socket, if anybody does."""
        if self.socket:
            self._loop.forget(self.socket.fileno())
            self.socket.close()

    def _came(self, _events: int) -> None:
        with suppress(BlockingIOError):
            for _ in range(MANY):
                self._read()

    def _read(self) -> None:
        assert self.socket is not None
        text, more, flags, _ = self.socket.recvmsg(LONGEST, socket.CMSG_SPACE(_SENDER.size))
        sender = next((_SENDER.unpack(data)[0] for _, kind, data in more if kind == socket.SCM_CREDENTIALS), 0)
        instance = self._whose(sender)
        if instance:
            whole = text.rpartition(b"\n")[0] if flags & socket.MSG_TRUNC else text
            before = instance.signs.ready
            instance.signs.take(whole, self._loop.now())
            if instance.signs.ready and not before:
                self._keep(instance.service.name, heard=instance.epoch)
        elif not self._strange:
            self._strange = True
            why = f"process {sender} is of no service that is asked by notify, or had ended; others are not told of"
            self._tell("notify.refused", "luminar", {"pid": sender, "why": why})

    def _whose(self, pid: int) -> Instance | None:
        """The instance that a process is of, if its service tells by this socket."""
        found = self._led(pid) or self._led(_session(pid)) or self._bearing(pid)
        return found if found and found.service.notifies else None

    def _led(self, pid: int) -> Instance | None:
        found = self._pids.get(pid)
        if found is None or self._instances.get(found.service.name) is not found:
            self._pids = {each.pid: each for each in self._instances.values()}
            found = self._pids.get(pid)
        return found

    def _bearing(self, pid: int) -> Instance | None:
        begin = f"{TOKEN}=".encode()
        for entry in here().environment(pid):
            token = os.fsdecode(entry.removeprefix(begin)) if entry.startswith(begin) else ""
            found = self._instances.get(named(token))
            if found and found.token == token:
                return found
        return None


def opened(folder: Path) -> socket.socket | None:
    """The socket of a state folder, in the place of what a dead one left; None where there is no such thing.

    It is a file that only this user may write to; a path that is too long for one, or a disk that knows none, gives
    way to an abstract name, which anybody may write to.
    """
    for name in _names(folder):
        one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        with suppress(OSError):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
            os.fchmod(one.fileno(), 0o600)  # of the file that `bind` makes
            if not name.startswith("\0"):
                Path(name).unlink(missing_ok=True)
            one.bind(name)
            return one
        one.close()
    return None


def free(folder: Path) -> bool:
    """Whether nobody hears what is said to the socket of a state folder."""
    return not any(map(_reached, _names(folder)))


def _names(folder: Path) -> Iterator[str]:
    """Where the socket of a folder may be, the best place first; the same for as long as the folder is there."""
    if not hasattr(socket, "SO_PASSCRED"):
        return
    path = str(folder.resolve() / NAME)
    if len(os.fsencode(path)) <= _PATH:
        yield path
    facts = folder.stat()
    yield f"\0aurora-{facts.st_dev:x}-{facts.st_ino:x}"


def _reached(name: str | bytes) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        try:
            one.connect(name)
        except OSError:
            return False
    return True


def _session(pid: int) -> int:
    try:
        return os.getsid(pid) if pid else 0
    except OSError:
        return 0
