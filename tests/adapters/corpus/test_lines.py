import json
from pathlib import Path

import pytest

from aurora.adapters.corpus.lines import read_lines, write_lines
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.record import to_plain
from tests.records import record


def file(folder: Path, *lines: bytes) -> Path:
    path = folder / "records.jsonl"
    path.write_bytes(b"\n".join(lines))
    return path


GOOD = json.dumps(to_plain(record("one"))).encode()


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        list(read_lines(tmp_path / "none.jsonl"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        list(read_lines(tmp_path))


@pytest.mark.parametrize(
    "line",
    [b"{", b"not json", b"\xff\xfe", b"[]", b"null", b'{"id": 1}', b"[" * 100_000, b'"' + b"x" * (2 << 20) + b'"'],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: bytes) -> None:
    with pytest.raises(BadInputError, match=r"records\.jsonl:3: .*nothing was imported"):
        list(read_lines(file(tmp_path, GOOD, b"", line, GOOD)))


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    assert list(read_lines(file(tmp_path, b"", GOOD, b"  ", b""))) == [record("one")]
    assert list(read_lines(file(tmp_path, b""))) == []


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    records = [record("one"), record("zwei", snippet="# ü\n\u2028'\"")]
    path = tmp_path / "out.jsonl"
    assert write_lines(path, records) == 2
    assert list(read_lines(path)) == records
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be written"):
        write_lines(tmp_path / "none" / "out.jsonl", [])
