from pathlib import Path

import pytest

from aurora.adapters.specs.source import LIMIT, Line, read_lines
from aurora.model.errors import SpecError


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.md"
    path.write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(SpecError, match="1,000,001 bytes"):
        read_lines(path)
    path.write_bytes(b"x" * LIMIT)
    assert len(read_lines(path)) == 1


def test_a_line_refuses_with_its_place() -> None:
    with pytest.raises(SpecError, match=r"^a\.md:7: this is wrong\. Expected that\.$"):
        Line("a.md", 7, "").refuse("this is wrong.", "that")


def test_lines_are_counted_from_one(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one\r\ntwo\n")
    assert read_lines(path) == [Line(str(path), 1, "one"), Line(str(path), 2, "two")]
