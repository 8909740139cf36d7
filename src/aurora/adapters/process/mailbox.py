"""The sockets by which services tell that they are ready and alive (`NOTIFY_SOCKET`): one for each, read by the loop.

A queue of the kernel is short (`net.unix.max_dgram_qlen`), so a service that says more than is heard fills its own and
nobody else's. The kernel says which process sent a message. It counts when that one is of the instance: the process
that was started, one of its session, or one that carries its token. Descriptors that come along are closed unseen,
which is also the answer to `sd_notify_barrier`.
"""

import os
import socket
import stat
import struct
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from aurora.adapters.process.census import here
from aurora.adapters.process.identity import TOKEN
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import READ, Loop
from aurora.adapters.process.parked import Parked, made
from aurora.model.service import Service

NAME = "notify"  # of the folder, in which each socket is called like its service
LONGEST = 4_096  # bytes of a message; of a longer one its whole lines count
MANY = 16  # messages of one service that are read in one turn of the loop
REST = 0.01  # seconds for which a service that said so many waits: whoever floods costs little
LOOK = 1.0  # seconds between two looks whether the files are there
OLDER = "~"  # behind the name of a service: its socket before, to which it may have connected
COMMON = "~"  # the one for all services that an earlier version had, as that of no name
TEMPORARY = Path("/tmp")  # in which a folder of this user alone is made
_PATH = 107  # bytes that the path of a socket may have
_SENDER = struct.Struct("3i")  # pid, user, group
_NOBODY = "this system has no NOTIFY_SOCKET that says who speaks"


class Mailbox:
    """Hears services; `held` is the place where their sockets wait, which outlived an earlier supervisor.

    `tell` hears of a stranger, once, and of files that somebody removed; `keep` of who says that it is ready, before
    that is taken from the queue.
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
        self._places = places(folder)
        self._seen = list[tuple[int, int]]()
        self._boxes = dict[str, socket.socket]()
        self._troubles = dict[str, str]()  # services that cannot be heard, and why
        self._strange = False
        common = held if held and not Parked.fits(held) else None
        place = made() if common else held or made()
        self._parked = Parked(place) if place else None
        for name, one in (self._parked.all() if self._parked else {}).items():
            self._listen(name, one)
        if common:
            self._share(common)
        if hasattr(socket, "SO_PASSCRED"):
            loop.at(loop.now() + LOOK, self._look)

    def deaf(self, service: Service) -> str:
        """Why a service cannot be heard; empty when it can, from now on."""
        if not service.notifies:
            return ""
        if not hasattr(socket, "SO_PASSCRED"):
            return _NOBODY
        if not _there(self._boxes.get(service.name)):
            self._open(service.name)
        return self._troubles.get(service.name, "")

    def told(self, service: Service) -> dict[str, str]:
        """What an instance has to know in order to speak, and how often it must."""
        if not service.notifies or self.deaf(service):
            return {}
        self._drop(service.name + OLDER)
        told = {"NOTIFY_SOCKET": os.fsdecode(self._boxes[service.name].getsockname())}
        return told | ({"WATCHDOG_USEC": str(int(1e6 * service.watchdog))} if service.watchdog else {})

    def hand_over(self) -> socket.socket | None:
        """Another hold of the place where the sockets wait, which lasts beyond the end of this one."""
        return self._parked.place.dup() if self._parked else None

    def close(self) -> None:
        """Listen no more; services that run go on to write to who holds the sockets, if anybody does."""
        self._release()
        for name in list(self._boxes):
            self._drop(name)
        for place in self._places:
            with suppress(OSError):
                place.rmdir()
        if self._parked:
            self._parked.close()

    def _share(self, one: socket.socket) -> None:
        """Hear those who were told the one socket that an earlier version had for all services."""
        if (one.family, one.type) == (socket.AF_UNIX, socket.SOCK_DGRAM) and one.getsockname():
            self._add(COMMON, one)
        else:
            one.close()

    def _release(self) -> None:
        """Let the sockets of services go that do not run; they have new ones when they start."""
        kept = {COMMON.removesuffix(OLDER), *self._instances}
        for name in [each for each in self._boxes if each.removesuffix(OLDER) not in kept]:
            if not name.endswith(OLDER):
                with suppress(OSError):
                    Path(os.fsdecode(self._boxes[name].getsockname())).unlink()
            self._drop(name)

    def _open(self, name: str) -> None:
        """Hear a service by a new socket from now on, and by the one that it had."""
        one, self._troubles[name] = opened(self._places, name)
        if one is None:
            return
        before = self._boxes.pop(name, None)
        self._drop(name + OLDER)
        if before:
            self._add(name + OLDER, before)
        self._add(name, one)

    def _add(self, name: str, one: socket.socket) -> None:
        try:
            if self._parked:
                self._parked.put(name, one, self._boxes)
        except OSError as error:
            why = f"what it says while there is no Luminar is refused: {error.strerror}"
            self._tell("notify.unheld", "luminar", {"service": name.removesuffix(OLDER), "why": why})
        self._listen(name, one)

    def _listen(self, name: str, one: socket.socket) -> None:
        one.setblocking(False)
        self._boxes[name] = one
        self._watch(name, one)

    def _watch(self, name: str, one: socket.socket) -> None:
        if self._boxes.get(name) is one:
            self._loop.watch(one.fileno(), READ, partial(self._came, name, one))

    def _drop(self, name: str) -> None:
        one = self._boxes.pop(name, None)
        if one:
            self._loop.forget(one.fileno())
            one.close()

    def _look(self) -> None:
        """Make the sockets anew whose files somebody removed."""
        self._release()
        seen = list(map(_state, self._places))
        if seen != self._seen:
            for name in [each for each in self._boxes if not each.endswith(OLDER)]:
                if not _there(self._boxes[name]):
                    self._mend(name)
            self._seen = list(map(_state, self._places))
        self._loop.at(self._loop.now() + LOOK, self._look)

    def _mend(self, name: str) -> None:
        path, before = os.fsdecode(self._boxes[name].getsockname()), self._troubles.get(name)
        self._open(name)
        why = self._troubles[name]
        if not why:
            self._tell("notify.reopened", "luminar", {"service": name, "path": path})
        elif why != before:
            self._tell("notify.unheard", "luminar", {"service": name, "why": why})

    def _came(self, name: str, one: socket.socket, _events: int) -> None:
        with suppress(BlockingIOError):
            for _ in range(MANY):
                self._read(name, one)
            self._loop.forget(one.fileno())
            self._loop.at(self._loop.now() + REST, partial(self._watch, name, one))

    def _read(self, name: str, one: socket.socket) -> None:
        """Take a message; one that may say that the service is ready stays in the queue until that is kept."""
        instance = self._instances.get(name.removesuffix(OLDER))
        peeked = name == COMMON or (instance is not None and not instance.signs.ready)
        space = socket.CMSG_SPACE(_SENDER.size)
        text, more, flags, _ = one.recvmsg(LONGEST, space, socket.MSG_PEEK if peeked else 0)
        sender = next((_SENDER.unpack(data)[0] for _, kind, data in more if kind == socket.SCM_CREDENTIALS), 0)
        heard = self._instances.values() if name == COMMON else filter(None, [instance])
        instance = next((each for each in heard if _speaks_for(sender, each)), None)
        if instance:
            before = instance.signs.ready
            instance.signs.take(text.rpartition(b"\n")[0] if flags & socket.MSG_TRUNC else text, self._loop.now())
            if peeked and instance.signs.ready and not before:
                self._keep(instance.service.name, heard=instance.epoch)
        elif not self._strange:
            self._strange = True
            why = f"process {sender} is not of the service {name}, or had ended; others are not told of"
            self._tell("notify.refused", "luminar", {"pid": sender, "service": name, "why": why})
        if peeked:
            one.recv(1)


def _speaks_for(pid: int, instance: Instance) -> bool:
    """Whether a process is of an instance whose service tells by its socket."""
    if not pid or not instance.service.notifies:
        return False
    if instance.pid == pid or instance.pid == _session(pid):
        return True
    return os.fsencode(f"{TOKEN}={instance.token}") in here().environment(pid)


def opened(places: Iterable[Path], name: str) -> tuple[socket.socket | None, str]:
    """The socket of a service, in the place of what a dead one left; without one, why.

    It is a file in a folder of this user alone, which others can neither write to nor take.
    """
    why = ""
    for path in [place / name for place in places]:
        one = None
        try:
            _own(path)
            one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
            os.fchmod(one.fileno(), 0o600)  # of the file that `bind` makes
            path.unlink(missing_ok=True)
            one.bind(str(path))
        except OSError as error:
            if one:
                one.close()
            why += f"{', ' if why else ''}{path}: {error.strerror}"
        else:
            return one, ""
    return None, f"no socket can be made to hear it: {why}"


def places(folder: Path) -> tuple[Path, ...]:
    """Where the sockets of a state folder may be, the best first; the same for as long as the folder is there.

    A path that is too long for a socket, or a disk that knows none, gives way to a folder for what is temporary.
    """
    if not hasattr(socket, "SO_PASSCRED"):
        return ()
    facts = folder.stat()
    return folder.resolve() / NAME, TEMPORARY / f"aurora-{os.geteuid()}-{facts.st_dev:x}-{facts.st_ino:x}"


def _own(path: Path) -> None:
    """Make the folder of a socket, of this user alone; raises `OSError` when it is not, or the path is too long."""
    if len(os.fsencode(path)) > _PATH:
        raise OSError(0, f"it has more than {_PATH} bytes")
    place = path.parent
    with suppress(FileExistsError):
        place.mkdir(0o700, parents=True)
    facts = place.lstat()
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.geteuid() or facts.st_mode & 0o077:
        raise OSError(0, "its folder is not of this user alone")


def _there(one: socket.socket | None) -> bool:
    """Whether what is sent to the path of a socket comes to it, as far as that can be known."""
    if one is None:
        return False
    try:
        other = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    except OSError:  # so many files may be open and no more
        return True
    with other, suppress(OSError):
        other.connect(one.getsockname())
        return True
    return False


def _state(place: Path) -> tuple[int, int]:
    """Which folder this is, and when a name came or went there; nothing when it is gone."""
    try:
        facts = place.stat()
    except OSError:
        return 0, 0
    return facts.st_ino, facts.st_mtime_ns


def _session(pid: int) -> int:
    try:
        return os.getsid(pid)
    except OSError:
        return 0
