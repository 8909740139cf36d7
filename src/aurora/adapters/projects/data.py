"""The files of a project that are no texts, or of other kinds than are read: what its tests may open."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from aurora.adapters.projects.read import Project, looked_into

LARGEST_MB, TOGETHER_MB, MOST = 2, 8, 1_000
_MADE = frozenset({".py", ".pyc", ".pyo"})


def read_data(project: Project) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """What lies beside the texts of a project, byte for byte by relative path, small files first; and the names of what
    is left out, since it is too large or too much.

    Hidden files, links, and what cannot be read are left out without a word; nothing is changed.
    """
    found: dict[str, bytes] = {}
    left: list[str] = []
    total = 0
    for size, path in sorted(_beside(project)):
        name = path.relative_to(project.root).as_posix()
        total += size
        if size > LARGEST_MB * 2**20 or total > TOGETHER_MB * 2**20 or len(found) == MOST:
            left.append(name)
            continue
        try:
            found[name] = path.read_bytes()
        except OSError:
            continue
    return found, tuple(sorted(left))


def _beside(project: Project) -> list[tuple[int, Path]]:
    """The sizes and paths of the regular files that were not read as texts."""
    found: list[tuple[int, Path]] = []
    for folder, below, names in os.walk(project.root):
        below[:] = [name for name in below if project.deep and looked_into(name)]
        for path in (Path(folder, name) for name in names if not name.startswith(".")):
            read = path.relative_to(project.root).as_posix() in project.files
            with suppress(OSError):  # gone meanwhile, or in a folder that may be listed and no more
                if not (read or path.suffix in _MADE) and stat.S_ISREG((about := path.lstat()).st_mode):
                    found.append((about.st_size, path))
    return found
