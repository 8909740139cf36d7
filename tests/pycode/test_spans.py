import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.spans import Lines, Span, lines_of, newline_of

TEXTS = st.text(alphabet=st.sampled_from("a\r\n\f\té😀\ufeff\u2028 "), max_size=30)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 2).overlaps(Span(2, 4))
    assert Span(0, 3).overlaps(Span(2, 4))


def test_a_span_covers_itself_but_nothing_longer() -> None:
    assert Span(1, 3).covers(Span(1, 3))
    assert not Span(1, 3).covers(Span(1, 4))
    assert not Span(1, 3).covers(Span(0, 2))


def test_form_feeds_and_unicode_separators_end_no_line() -> None:
    assert lines_of("a\fb\u2028c\x0bd").starts == (0,)


def test_every_kind_of_line_end_counts_once() -> None:
    lines = lines_of("a\r\nb\rc\nd")
    assert lines.starts == (0, 3, 5, 7)
    assert len(lines) == 4
    assert [lines.line(i) for i in (0, 1, 2, 3, 4, 5)] == ["", "a\r\n", "b\r", "c\n", "d", ""]


def test_a_byte_order_mark_belongs_to_no_line() -> None:
    lines = lines_of("\ufeffab\nc")
    assert lines.line(1) == "ab\n"
    assert lines.position(0) == (1, 0)
    assert lines.position(1) == (1, 0)
    assert lines.offset(1, 1) == 2


@pytest.mark.parametrize(("line", "column", "offset"), [(1, 99, 5), (9, 0, 5), (-3, -1, 0), (2, 1, 4)])
def test_places_outside_of_the_text_move_to_its_nearest_end(line: int, column: int, offset: int) -> None:
    assert lines_of("ab\ncd").offset(line, column) == offset


def test_byte_columns_become_characters() -> None:
    lines = lines_of("é😀x = 1\ny")
    assert lines.byte_offset(1, 6) == 2
    assert lines.byte_offset(2, 1) == 9
    assert lines_of("abc").byte_offset(1, 2) == 2


@pytest.mark.parametrize(("text", "newline"), [("a", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r")])
def test_the_first_line_end_decides(text: str, newline: str) -> None:
    assert newline_of(text) == newline


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_positions_and_offsets_are_inverse(text: str) -> None:
    lines: Lines = lines_of(text)
    for offset in range(lines.starts[0], len(text) + 1):
        assert lines.offset(*lines.position(offset)) == offset


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_lines_joined_are_the_text(text: str) -> None:
    lines = lines_of(text)
    assert "".join(lines.line(i) for i in range(1, len(lines) + 1)) == text.removeprefix("\ufeff")
