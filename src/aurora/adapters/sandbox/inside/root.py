"""A root file system of a server's own: read-only views of the granted folders, a scratch folder, nothing else."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from aurora.adapters.sandbox.inside import kernel, places

_BASE = "/tmp"  # any folder that exists; it is covered only inside the mount namespace
HIDDEN = "/.hidden"
_SCRATCH_LIMITS = "size=256m,nr_inodes=20000,mode=700"


def _bind(source_fd: int, target: str, *, devices: bool = False) -> None:
    if Path(f"/proc/self/fd/{source_fd}").is_dir():
        Path(target).mkdir(parents=True, exist_ok=True)
    else:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).touch()
    kernel.mount(f"/proc/self/fd/{source_fd}", target, "", kernel.MS_BIND | kernel.MS_REC)
    kernel.make_read_only(target, devices=devices)


def _outermost(paths: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for path in sorted(paths):
        if not any(path.startswith(f"{other}/") for other in kept if not Path(other).is_symlink()):
            kept.append(path)
    return kept


def enter(owner: int) -> int | None:
    """Make and enter the root; needs mount and PID namespaces, as process 1.

    `owner` is the user id of the programs. Answers an open folder of procfs for `usage`, which no path leads to, or
    None where procfs may not be mounted. Raises `OSError` when the kernel refuses.
    """
    kernel.mount("", "/", "", kernel.MS_REC | kernel.MS_PRIVATE)
    granted = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in _outermost(places.readable())}
    devices = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in places.DEVICES if Path(path).exists()}
    links = {path: Path(path).readlink() for path in granted if Path(path).is_symlink()}
    kernel.mount("aurora", _BASE, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "mode=755,size=1m")
    for path, target in links.items():
        Path(_BASE + path).parent.mkdir(parents=True, exist_ok=True)
        Path(_BASE + path).symlink_to(target)
    for path, fd in granted.items():
        if path not in links:
            _bind(fd, _BASE + path)
    for path, fd in devices.items():
        _bind(fd, _BASE + path, devices=True)
    for fd in (*granted.values(), *devices.values()):
        os.close(fd)
    _furnish(owner)
    proc = _hidden_proc(_BASE + HIDDEN)
    kernel.pivot_root(_BASE)
    kernel.mount(
        "", "/", "", kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY | kernel.MS_NOSUID | kernel.MS_NODEV
    )
    return proc


def _furnish(owner: int) -> None:
    Path(_BASE + places.SCRATCH).mkdir(parents=True)
    Path(_BASE, "dev/shm").symlink_to(places.SCRATCH)  # POSIX semaphores, which multiprocessing needs
    Path(_BASE, "etc").mkdir(exist_ok=True)
    for name, line in (
        ("passwd", f"sandbox:x:{owner}:{owner}::{places.SCRATCH}:/bin/sh"),
        ("group", f"sandbox:x:{owner}:"),
    ):
        Path(_BASE, "etc", name).write_text(f"{line}\n", encoding="ascii")


def _hidden_proc(folder: str) -> int | None:
    """Mount procfs below `folder` and cover that: the kernel wants to see one before it mounts a guest's."""
    Path(folder, "proc").mkdir(parents=True)
    proc = _open_proc(f"{folder}/proc")
    if proc is not None:
        kernel.mount("aurora", folder, "tmpfs", 0, "mode=000,size=4k")
        kernel.make_read_only(folder)
    return proc


def _open_proc(folder: str) -> int | None:
    """Mount this PID namespace's procfs on `folder` and open it; None where that is not permitted."""
    try:
        kernel.mount("proc", folder, "proc", kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC)
    except OSError:
        return None
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def open_own_proc() -> int | None:
    """The same for a guest, process 1 of a namespace inside; no path leads to it either."""
    proc = _open_proc(HIDDEN)
    if proc is not None:
        kernel.unmount(HIDDEN)
    return proc


def fresh_scratch(owner: int) -> None:
    """Replace the scratch folder by an empty one that `owner` owns."""
    with contextlib.suppress(OSError):  # there was none yet
        kernel.unmount(places.SCRATCH)
    options = f"{_SCRATCH_LIMITS},uid={owner},gid={owner}"
    kernel.mount("aurora", places.SCRATCH, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, options)
