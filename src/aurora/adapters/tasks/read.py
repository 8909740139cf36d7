"""Reads task files: formats.md, sections 2 and 3."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from aurora.model.errors import BadInputError, NotFoundError, TaskFileError
from aurora.model.task import RepairTask, SynthesisTask

LARGEST_MB = 256

T = TypeVar("T")


@dataclass(frozen=True)
class Scored(Generic[T]):
    """A task with what judges its answer; an engine is given `task` and nothing else of it."""

    id: str
    task: T
    setup: str = ""
    hidden: tuple[str, ...] = ()  # asserts, or names of `hidden_files`
    hidden_files: Mapping[str, str] = field(default_factory=dict)
    expect: str = ""  # "", "abstain", "ask"


def read_synthesis_tasks(path: Path) -> tuple[Scored[SynthesisTask], ...]:
    """The synthesis tasks of a file; raises `TaskFileError` with the line that is not one."""
    return _read(path, _synthesis)


def read_repair_tasks(path: Path) -> tuple[Scored[RepairTask], ...]:
    """The repair tasks of a file; raises `TaskFileError` with the line that is not one."""
    return _read(path, _repair)


def with_references(tasks: tuple[Scored[RepairTask], ...], path: Path) -> tuple[Scored[RepairTask], ...]:
    """The same tasks, each given the correct version that the file of references holds under its id."""
    references = dict(_read(path, lambda row: (row["id"], row["files"])))
    missing = [scored.id for scored in tasks if scored.id not in references]
    if missing:
        raise BadInputError(f"there is no reference for {missing[0]!r}.", where=str(path))
    return tuple(_given_reference(scored, references[scored.id]) for scored in tasks)


def _given_reference(scored: Scored[RepairTask], files: Mapping[str, str]) -> Scored[RepairTask]:
    task = scored.task
    given = RepairTask(task.files, task.target, task.issue, task.tests, task.timeout, files)
    return Scored(scored.id, given, scored.setup, scored.hidden, scored.hidden_files, scored.expect)


def _read(path: Path, parse: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    try:
        if path.stat().st_size > LARGEST_MB * 2**20:
            raise BadInputError(f"is over {LARGEST_MB} MB.", where=str(path), next_step="Split the file.")
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise NotFoundError("task file", str(path)) from None
    except (UnicodeDecodeError, IsADirectoryError):
        raise BadInputError("is not a UTF-8 text file.", where=str(path), next_step="Give a .jsonl file.") from None
    tasks = tuple(_parse(path, number, line, parse) for number, line in enumerate(lines, start=1) if line.strip())
    if not tasks:
        raise BadInputError("holds no task.", where=str(path), next_step="One JSON object a line is expected.")
    return tasks


def _parse(path: Path, number: int, line: str, parse: Callable[[dict[str, Any]], T]) -> T:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise TaskFileError(str(path), number, f"is not JSON ({error}).") from None
    if not isinstance(row, dict):
        raise TaskFileError(str(path), number, "is not a JSON object.")
    try:
        return parse(row)
    except KeyError as error:
        raise TaskFileError(str(path), number, f"has no key {error.args[0]!r}.") from None
    except (TypeError, AttributeError, ValueError) as error:
        raise TaskFileError(str(path), number, f"has a value of the wrong kind ({error}).") from None


def _synthesis(row: dict[str, Any]) -> Scored[SynthesisTask]:
    task = SynthesisTask(
        prompt=_text(row["prompt"]),
        name=_text(row.get("name") or ""),
        signature=_text(row.get("signature") or ""),
        setup=_text(row.get("setup") or ""),
        asserts=_texts(row["visible"]),
    )
    return Scored(_text(row["id"]), task, task.setup, _texts(row.get("hidden", [])), expect=row.get("expect", ""))


def _repair(row: dict[str, Any]) -> Scored[RepairTask]:
    files = _files(row["files"])
    target = _texts(row["target"])
    strangers = [name for name in target if name not in files]
    if strangers:
        raise ValueError(f"target {strangers[0]!r} is not among the files")
    task = RepairTask(
        files=files,
        target=target,
        issue=_text(row.get("issue") or ""),
        tests=_files(row.get("tests") or {}),
        timeout=float(row.get("timeout", 10)),
    )
    hidden = _files(row.get("hidden_tests") or {})
    return Scored(_text(row["id"]), task, "", tuple(hidden), hidden, row.get("expect", ""))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return tuple(_text(item) for item in value)


def _files(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is not an object")
    return {_text(name): _text(content) for name, content in value.items()}
