"""Reads a file or a project folder as texts, within limits, leaving out what is not its source."""

import io
import os
import re
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.finding import Finding, Severity

LARGEST_FILE_MB = 2
LARGEST_PROJECT_MB = 64
MOST_FILES = 5_000
_LOOKED_AT = 20  # files and folders that are looked at for each file that may be read, where that is bounded
_COOKIE = re.compile(r"^([ \t\f]*#.*?coding[:=][ \t]*)[-\w.]+", re.MULTILINE)  # PEP 263
LEFT_OUT = frozenset({"__pycache__", "node_modules", "build", "dist", "site-packages", "venv"})
DATA = frozenset(
    {".py", ".pyi", ".txt", ".md", ".rst", ".json", ".toml", ".cfg", ".ini", ".csv", ".yaml", ".yml", ".xml"}
)


@dataclass(frozen=True, slots=True)
class Project:
    """A project as read: `root` is its folder, `files` its texts by relative path, `asked` what the user named."""

    root: Path
    files: dict[str, str]
    asked: tuple[str, ...]  # Python files below the path that was given
    unread: tuple[Finding, ...] = ()  # Python files that could not be read: why, and the line where it ends
    spared: tuple[str, ...] = ()  # read and run, never changed: what is not in UTF-8, and links to what is not read
    links: Mapping[str, str] = field(default_factory=dict)  # by name, the file of the project that a link leads to
    cut: str = ""  # the first place that was not looked at any more; empty when all was
    foreign: tuple[str, ...] = ()  # Python files, tests too, that are not in UTF-8, where they may be changed
    deep: bool = True  # with what lies in the folders below `root`
    data: Mapping[str, bytes] = field(default_factory=dict)  # other files, where they are read; never changed
    left: tuple[str, ...] = ()  # other files that are too large, or too many

    @property
    def tests(self) -> dict[str, str]:
        """The pytest files."""
        return {name: text for name, text in self.files.items() if is_test(name)}

    @property
    def sources(self) -> dict[str, str]:
        """The Python files that are not tests."""
        return {name: text for name, text in self.files.items() if name.endswith(".py") and not is_test(name)}

    def changeable(self, name: str) -> bool:
        """Whether a Python file may be changed: it is in UTF-8, and no link to what is not read."""
        return name not in self.foreign and self.links.get(name, name) in self.files

    def reads(self, name: str) -> bool:
        """Whether a file of this path would be one of these, if it were there."""
        *folders, _ = name.split("/")
        return PurePosixPath(name).suffix in DATA and (self.deep or not folders) and all(map(looked_into, folders))

    def real(self, changed: Mapping[str, str]) -> dict[str, str]:
        """New texts by the names of the files themselves, where some were found by links to them.

        Raises `BadInputError` for two texts of one file."""
        found: dict[str, str] = {}
        for name, text in changed.items():
            if found.setdefault(self.links.get(name, name), text) != text:
                raise BadInputError(
                    f"would become two texts at once, as a link leads to it: {name}.", where=str(self.root)
                )
        return found

    def seen(self, changed: Mapping[str, str]) -> dict[str, str]:
        """New texts of files by all names that they have, links too."""
        linked = {name: changed[real] for name, real in self.links.items() if real in changed}
        return {**changed, **linked}


def is_test(name: str) -> bool:
    """Whether pytest would collect this file, or it is there for pytest."""
    last = name.rpartition("/")[2]
    return last == "conftest.py" or (last.endswith(".py") and (last.startswith("test_") or last.endswith("_test.py")))


def serves_tests(name: str) -> bool:
    """Whether a file lies in a folder of tests, so that it is none of the code that they test."""
    return not {"test", "tests"}.isdisjoint(name.split("/")[:-1])


def read_project(path: Path, *, to_change: bool = True, most: int | None = None) -> Project:
    """Read the project that `path` names, a Python file or a folder; a file brings the folder that it lies in.

    What is not `to_change` is read in the encoding that it declares (PEP 263), its declaration then saying UTF-8; and a
    file of a folder that cannot be read is told as `unread`, where else it refuses the whole. What is `to_change` has
    files in another encoding as `spared`, not as `asked`. With `most` no more than so many files are read, in
    the order of their folders, and `cut` says where that ended; else too many are refused.
    Raises `NotFoundError` and `BadInputError`; never changes anything.
    """
    if not path.exists():
        raise NotFoundError("file or folder", str(path))
    if not path.is_dir() and not path.is_file():
        raise BadInputError("is neither a file nor a folder.", where=str(path))
    path, root = meant(path), root_of(path)
    paths, cut = _reached(root, deep=path.is_dir(), most=most)
    foreign: list[str] = []
    if path.is_file():
        if path.suffix != ".py":
            raise BadInputError("is not a Python file.", where=str(path), next_step="Give a .py file or a folder.")
        files = {path.name: read_text(path) if to_change else read_declared(path)}
        near = dict(_files(root, paths, whole=False, foreign=foreign if to_change else None))
        files |= {name: text for name, text in near.items() if name not in files}
        links = _links(root, files) if to_change else {}
        return Project(root, files, (path.name,), links=links, cut=cut, foreign=tuple(foreign), deep=False)
    refused: list[Finding] = []
    files = dict(_files(root, paths, whole=True, refused=None if to_change else refused, foreign=foreign))
    own = tuple(name for name in files if name.endswith(".py") and not is_test(name) and not serves_tests(name))
    links = _links(root, files) if to_change else {}
    spared = tuple(name for name in own if to_change and (name in foreign or links.get(name, name) not in files))
    asked = tuple(name for name in own if name not in spared)
    if not asked:
        why = f"holds no Python file that can be read: {refused[0].message}" if refused else "holds no Python file."
        tests = not own and any(name.endswith(".py") for name in files)
        why = "holds no Python file but tests, which are not changed." if tests else why
        why = f"holds no Python file to change; these are not in UTF-8, or links: {', '.join(own)}." if own else why
        why = f"holds no Python file before {cut}; it was not looked at further." if cut else why
        raise BadInputError(why, where=str(path), next_step="Give the folder of a Python project.")
    return Project(root, files, asked, tuple(refused), spared, links, cut, tuple(foreign))


def root_of(path: Path) -> Path:
    """The folder of the project that a path names; for a link to a file the one of the file itself."""
    return path if path.is_dir() else meant(path).parent


def meant(path: Path) -> Path:
    """What a path names: for a link to a file that file, as Python itself takes it."""
    return path.resolve() if path.is_symlink() and not path.is_dir() else path


def stamps(path: Path, most: int | None = None) -> dict[str, tuple[int, int]]:
    """Time of the last change (ns) and size of each file that `read_project` would read.

    Raises `NotFoundError`, and `BadInputError` for too many."""
    if not path.exists():
        raise NotFoundError("file or folder", str(path))
    root = root_of(path)
    found: dict[str, tuple[int, int]] = {}
    for each in _reached(root, deep=path.is_dir(), most=most)[0]:
        with suppress(OSError):  # gone meanwhile
            stat = each.stat()
            found[str(each)] = (stat.st_mtime_ns, stat.st_size)
        if len(found) > MOST_FILES:
            raise _too_many(root)
    return found


def read_declared(path: Path) -> str:
    """One Python file as text in the encoding that it declares, the declaration then saying UTF-8.

    Raises `BadInputError` when it is too large, or is not what it declares, which is UTF-8 when it says nothing.
    """
    content = _content(path)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    except SyntaxError as error:
        if "unknown encoding" not in str(error):
            return read_text(path)
        raise BadInputError(f"declares an encoding that there is not ({error}).", where=str(path)) from None
    if encoding in ("utf-8", "utf-8-sig"):
        return read_text(path)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInputError(f"is not {encoding}, as it declares (byte {error.start}).", where=str(path)) from None
    lines = text.split("\n", 2)
    return "\n".join([_COOKIE.sub(r"\g<1>utf-8", "\n".join(lines[:2]), count=1), *lines[2:]])


def read_text(path: Path) -> str:
    """One file as text, line ends as they are; raises `BadInputError` when it is too large or not UTF-8."""
    try:
        return _content(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInputError(
            f"is not UTF-8 (byte {error.start}).", where=str(path), next_step="Convert it to UTF-8 first."
        ) from None


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_MB * 2**20:
            raise BadInputError(
                f"is {size / 2**20:.1f} MB; at most {LARGEST_FILE_MB} MB can be worked on.",
                where=str(path),
                next_step="Split the file or leave it out.",
            )
        return path.read_bytes()
    except OSError as error:
        raise BadInputError(f"cannot be read ({error.strerror}).", where=str(path)) from None


def _files(
    root: Path,
    paths: Iterable[Path],
    *,
    whole: bool,
    refused: list[Finding] | None = None,
    foreign: list[str] | None = None,
) -> Iterator[tuple[str, str]]:
    """The texts of the files of a folder; where it is not asked for as a `whole`, unreadable ones are left out.

    With `refused` Python files are read as they declare, and those that cannot be are put there; without it only those
    that are not UTF-8, which are put into `foreign`.
    """
    total = 0
    for count, path in enumerate(paths, start=1):
        if count > MOST_FILES:
            raise _too_many(root)
        name, python = path.relative_to(root).as_posix(), path.suffix == ".py"
        try:
            text, utf8 = _text(path, declared=refused is not None)
        except BadInputError as error:
            if python and refused is not None:
                refused.append(_unread(path, root, error))
            elif python and whole:
                raise
            continue
        if not utf8 and foreign is not None:
            foreign.append(name)
        total += len(text)
        if total > LARGEST_PROJECT_MB * 2**20:
            raise BadInputError(
                f"holds over {LARGEST_PROJECT_MB} MB of text.", where=str(root), next_step="Give a smaller folder."
            )
        yield name, text


def _text(path: Path, *, declared: bool) -> tuple[str, bool]:
    """The text of a file, and whether it is UTF-8; one of Python may be what it declares, first or when it is not."""
    if path.suffix != ".py":
        return read_text(path), True
    if declared:
        return read_declared(path), True
    try:
        return read_text(path), True
    except BadInputError:
        return read_declared(path), False


def _too_many(root: Path) -> BadInputError:
    return BadInputError(f"holds over {MOST_FILES} files.", where=str(root), next_step="Give a smaller folder.")


def _unread(path: Path, root: Path, error: BadInputError) -> Finding:
    """Why a file was not read, at the line where it ends to be UTF-8."""
    line = 1
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
    except OSError:
        pass
    name = path.relative_to(root).as_posix()
    return Finding(name, line, 1, "unreadable", f"The file {error.what}", Severity.ERROR, "It was not looked at.")


def _links(root: Path, names: Iterable[str]) -> dict[str, str]:
    """What those of the Python files that are links lead to."""
    paths = {name: root / name for name in names if name.endswith(".py")}
    within = root.resolve()
    return {name: path.resolve().relative_to(within).as_posix() for name, path in paths.items() if path.is_symlink()}


def _reached(root: Path, *, deep: bool, most: int | None) -> tuple[Iterable[Path], str]:
    """The files to be read, and the first place that is not looked at since there are too many."""
    everything = _walk(root, deep=deep)
    if most is None:
        return (each for each in everything if _readable(each, root)), ""
    found: list[Path] = []
    for seen, each in enumerate(everything):
        if len(found) == most or seen == most * _LOOKED_AT:
            return found, each.relative_to(root).as_posix()
        if _readable(each, root):
            found.append(each)
    return found, ""


def _walk(root: Path, *, deep: bool) -> Iterator[Path]:
    """Every folder that is looked at and every file in it, whatever it is."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if deep and looked_into(name))
        yield Path(folder)
        yield from (Path(folder, name) for name in sorted(names))


def looked_into(folder: str) -> bool:
    """Whether a folder of this name may hold files of the project."""
    return folder not in LEFT_OUT and not folder.startswith(".") and "egg-info" not in folder


def _readable(path: Path, root: Path) -> bool:
    """Whether this is a regular file of the project: no pipe, no device, no link that leads out of it."""
    inside = not path.is_symlink() or path.resolve().is_relative_to(root.resolve())
    return path.suffix in DATA and inside and path.is_file()
