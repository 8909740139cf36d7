"""Records pass out and in as they are; a text with one bad line passes not at all."""

import pytest

from aurora.components.processing.data_pipeline import Pipe
from aurora.model.errors import BadInputError
from tests.records import record


def test_a_text_with_a_bad_line_is_refused_as_a_whole_and_counted() -> None:
    pipe = Pipe()
    good = "".join(pipe.lines([record("one")]))
    with pytest.raises(BadInputError, match="line 2"):
        pipe.records(f"{good}{{\n".encode())
    assert (pipe.exported, pipe.imported, pipe.refused) == (1, 0, 1)


def test_what_goes_out_comes_back_the_same() -> None:
    pipe, records = Pipe(), [record("one"), record("two")]
    assert pipe.records(("\n" + "".join(pipe.lines(records)) + "\n").encode()) == records
    assert (pipe.exported, pipe.imported, pipe.refused) == (2, 2, 0)


def test_only_what_was_really_read_is_counted() -> None:
    pipe = Pipe()
    lines = pipe.lines([record("one"), record("two")])
    assert pipe.exported == 0
    next(lines)
    next(lines)
    assert pipe.exported == 1
