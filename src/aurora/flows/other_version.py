"""Another version of a project that its repair may take lines from: a correct one, or an earlier one that passed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aurora.adapters.git.history import commit_of, texts_at
from aurora.adapters.projects.read import Project, read_project, read_text
from aurora.model.errors import BadInputError
from aurora.pycode.spans import newline_of
from aurora.pycode.verdict import judge


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Texts of files that may be changed, all different from what they are, and what is said of them."""

    correct: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def python_text(text: str, where: str) -> str:
    """A text that is given as correct; raises `BadInputError` when it does not parse."""
    fault = judge(text).fault
    if fault is not None:
        raise BadInputError(
            f"is not Python (line {fault.line}: {fault.message}), so it is no correct version.", where=where
        )
    return text


def named(project: Project, reference: str) -> OtherVersion:
    """What a reference names: a Python file or a folder is a correct version, a revision of Git an earlier one.

    Raises `BadInputError` when it names nothing, or no other version of the files that may be changed.
    """
    path, where = Path(reference), f"--reference {reference!r}"
    if path.is_dir():
        found = {name: text for name, text in read_project(path).files.items() if name in project.asked}
        return OtherVersion(_others(project, found, where))
    if path.is_file():
        text = python_text(read_text(path), where)
        return OtherVersion(_others(project, {_counterpart(project, path, where): text}, where))
    commit = commit_of(project.root, reference)
    if not commit:
        advice = "Name a correct file or folder, or a revision such as HEAD~1."
        raise BadInputError("is no file, no folder and no revision of the project.", where=where, next_step=advice)
    return OtherVersion(earlier=_others(project, texts_at(project.root, commit, project.asked), where))


def _counterpart(project: Project, path: Path, where: str) -> str:
    """Which of the files is to be like this one: the only one, or the only one that is called so."""
    like = [name for name in project.asked if name.rpartition("/")[2] == path.name]
    found = project.asked if len(project.asked) == 1 else like
    if len(found) != 1:
        why = f"{len(found)} files of the project are called {path.name}"
        raise BadInputError(f"cannot be told whose version it is: {why}.", where=where, next_step="Give a folder.")
    return found[0]


def _others(project: Project, texts: Mapping[str, str], where: str) -> dict[str, str]:
    alike = {name: with_line_ends_of(project.files[name], text) for name, text in texts.items()}
    found = {name: text for name, text in alike.items() if project.files[name] != text}
    if not found:
        raise BadInputError("holds no other version of the files that may be changed.", where=where)
    return found


def with_line_ends_of(other: str, text: str) -> str:
    """A text whose lines end as those of another one do."""
    return text.replace("\r\n", "\n").replace("\n", newline_of(other))
