"""Write tests: read a module -> search, record, measure -> a new test file, in one step that can be undone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from aurora.adapters.projects.change import Maker
from aurora.adapters.projects.read import Project, read_project
from aurora.contracts.testing import Covered, Wanted, Written
from aurora.flows.fix_code import apply_change
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget


@dataclass(frozen=True, slots=True)
class Tested:
    """One module with its new test file, and where that was written; empty when it was only shown."""

    path: str
    out: str
    written: Written
    applied: bool = False


def write_tests(
    tools: Tools,
    path: Path,
    budget: Budget,
    *,
    only: str = "",
    out: Path | None = None,
    apply: bool = False,
    watch: Watch = silent,
) -> tuple[Tested, ...]:
    """The tests of a Python file, or of every module below a folder, each in a file of its own.

    With `out` or `apply` they are written, never over a file that is there; `undo_change` takes them back. Raises
    `BadInputError` for `out` with a folder, or when it exists.
    """
    project, names = importable(path)
    if out is not None:
        _refuse(out, names)
    found = []
    for name in names:
        place = out.absolute().relative_to(project.root.resolve()).as_posix() if out else free_name(project.files, name)
        written = tools.tester.write(Wanted(project.files, name, place, only), budget, watch)
        wanted = bool(written.text) and (out is not None or apply)
        if wanted:
            title = f"tests of {name}"
            apply_change(tools, project.root, project.files, {place: written.text}, title, Maker(("M17",)))
        found.append(Tested(name, place, written, wanted))
    return tuple(found)


def reach(
    tools: Tools, path: Path, target: float, budget: Budget, *, apply: bool = False, watch: Watch = silent
) -> Covered:
    """Add tests to a project until this share of it, 0 to 1, is reached, as far as that goes; `undo_change` undoes it.

    Files that are there are never changed. Raises `BadInputError` for a target that is no share.
    """
    if not 0 < target <= 1:
        raise BadInputError(f"{target:g} is no share.", where="--reach", next_step="Give a number over 0, at most 1.")
    project = read_project(path)
    found = tools.tester.cover(project.files, target, budget, watch)
    if apply and found.files:
        apply_change(tools, project.root, project.files, found.files, "tests that reach more", Maker(("M48",)))
    return found


def import_root(path: Path) -> Path:
    """The folder from which a file is imported; a folder is its own."""
    if not path.is_file():
        return path
    root = path.absolute().parent
    while (root / "__init__.py").is_file():
        root = root.parent
    return root.parent if root.name == "src" else root


def importable(path: Path) -> tuple[Project, tuple[str, ...]]:
    """The project from which a file is imported, and the modules that are asked for, by their paths in it."""
    if path.is_file():
        root = import_root(path)
        whole = read_project(root if root != path.absolute().parent else path)
        return whole, (path.absolute().relative_to(root).as_posix(),)
    whole = read_project(path)
    return whole, tuple(name for name in whole.asked if not name.endswith("__init__.py"))


def _refuse(out: Path, names: tuple[str, ...]) -> None:
    if len(names) != 1:
        raise BadInputError("is one file, and several modules are asked for.", where=str(out))
    if out.exists():
        raise BadInputError("is there already; nothing was written.", where=str(out), next_step="Name another file.")


def free_name(files: Mapping[str, str], path: str) -> str:
    """A name for a new test file of a module, beside the tests that are there; never one that is taken."""
    tests = [name for name in files if PurePosixPath(name).name.startswith("test_")]
    folders = [str(PurePosixPath(name).parent) for name in tests]
    folder = max(dict.fromkeys(folders), key=folders.count) if folders else "tests" if "/" in path else "."
    stem = f"test_{PurePosixPath(path).stem}"
    return next(name for name in _names(folder, stem) if name not in files)


def _names(folder: str, stem: str) -> Iterator[str]:
    for number in range(1, 10_000):
        yield str(PurePosixPath(folder) / f"{stem}{'' if number == 1 else f'_{number}'}.py")
