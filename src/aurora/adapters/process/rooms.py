"""The disks and the memory of this machine: how much there is, and how much is free."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from aurora.model.room import Room

_MIB = 2**20
_MEMORY = Path("/proc/meminfo")


def rooms(folders: Iterable[Path], memory: Path = _MEMORY) -> Iterator[Room]:
    """Each disk that one of the folders is on, once, and the memory; what cannot be seen is left out."""
    seen = set[int]()
    for folder in folders:
        try:
            device, facts = folder.stat().st_dev, os.statvfs(folder)
        except (OSError, AttributeError):  # gone, or a system without statvfs
            continue
        if device not in seen and facts.f_blocks:
            seen.add(device)
            yield Room(
                "disk", str(folder), facts.f_bavail * facts.f_frsize / _MIB, facts.f_blocks * facts.f_frsize / _MIB
            )
    try:
        found = dict(line.split(":", 1) for line in memory.read_text("ascii").splitlines())
        free, whole = (int(found[name].split()[0]) / 1024 for name in ("MemAvailable", "MemTotal"))
    except (OSError, KeyError, ValueError):
        return
    yield Room("memory", "", free, whole)
