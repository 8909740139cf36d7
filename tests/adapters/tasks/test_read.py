"""Task files are read whole or refused with the line."""

import json
from pathlib import Path

import pytest

from aurora.adapters.tasks.read import read_repair_tasks, read_synthesis_tasks, with_references
from aurora.model.errors import BadInputError, NotFoundError, TaskFileError

SYNTHESIS = {"id": "a/1", "prompt": "add", "name": "f", "signature": None, "setup": "", "visible": ["assert f(1) == 2"]}
REPAIR = {"id": "r/1", "files": {"a.py": "x = 1\n"}, "target": ["a.py"], "issue": "", "tests": {}, "timeout": 5}


def written(folder: Path, *rows: object) -> Path:
    path = folder / "tasks.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
    return path


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("{", "is not JSON"),
        ([1], "is not a JSON object"),
        ({"id": "a"}, "has no key 'prompt'"),
        ({**SYNTHESIS, "visible": "assert f(1) == 2"}, "'assert f(1) == 2' is not a list"),
        ({**SYNTHESIS, "visible": [3]}, "3 is not a text"),
        ({**SYNTHESIS, "prompt": 3}, "3 is not a text"),
    ],
)
def test_a_line_that_is_not_a_synthesis_task_is_named(tmp_path: Path, row: object, sentence: str) -> None:
    path = written(tmp_path, SYNTHESIS, row)
    with pytest.raises(TaskFileError) as caught:
        read_synthesis_tasks(path)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith(f"{path}:2: ")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"files": []}, "[] is not an object"),
        ({"target": ["b.py"]}, "target 'b.py' is not among the files"),
        ({"timeout": "long"}, "could not convert"),
    ],
)
def test_a_line_that_is_not_a_repair_task_is_named(tmp_path: Path, change: dict[str, object], sentence: str) -> None:
    with pytest.raises(TaskFileError) as caught:
        read_repair_tasks(written(tmp_path, {**REPAIR, **change}))
    assert sentence in str(caught.value)


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_synthesis_tasks(tmp_path / "nothing.jsonl")


def test_an_empty_file_a_folder_and_a_binary_file_are_refused(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (written(tmp_path), tmp_path, binary):
        with pytest.raises(BadInputError):
            read_synthesis_tasks(path)


def test_the_engine_is_given_neither_the_id_nor_the_hidden_asserts(tmp_path: Path) -> None:
    row = {**SYNTHESIS, "hidden": ["assert f(5) == 6"], "expect": "ask", "setup": "import math"}
    (scored,) = read_synthesis_tasks(written(tmp_path, row))
    assert (scored.id, scored.hidden, scored.expect) == ("a/1", ("assert f(5) == 6",), "ask")
    assert (scored.task.signature, scored.task.asserts, scored.task.setup) == ("", ("assert f(1) == 2",), "import math")
    assert "a/1" not in repr(scored.task)
    assert "f(5)" not in repr(scored.task)


def test_hidden_tests_are_kept_from_the_repair_task(tmp_path: Path) -> None:
    (scored,) = read_repair_tasks(written(tmp_path, {**REPAIR, "hidden_tests": {"test_h.py": "assert 1"}}))
    assert scored.hidden_files == {"test_h.py": "assert 1"}
    assert "test_h" not in repr(scored.task)


def test_references_are_given_only_when_asked_for(tmp_path: Path) -> None:
    tasks = read_repair_tasks(written(tmp_path, REPAIR))
    references = tmp_path / "references.jsonl"
    references.write_text(json.dumps({"id": "r/1", "files": {"a.py": "x = 2\n"}}))
    (scored,) = with_references(tasks, references)
    assert (tasks[0].task.reference, scored.task.reference) == ({}, {"a.py": "x = 2\n"})


def test_a_task_without_its_reference_is_named(tmp_path: Path) -> None:
    tasks = read_repair_tasks(written(tmp_path, REPAIR))
    references = tmp_path / "references.jsonl"
    references.write_text(json.dumps({"id": "r/2", "files": {}}))
    with pytest.raises(BadInputError, match="there is no reference for 'r/1'"):
        with_references(tasks, references)
