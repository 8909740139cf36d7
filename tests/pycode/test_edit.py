import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.model.answer import Edit
from aurora.pycode.edit import apply, between, unified

TEXT = st.text(alphabet=st.sampled_from("ab1 \n()+'\""), max_size=25)


def edit(start: int, end: int, text: str) -> Edit:
    return Edit("", start, end, text)


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="the edit 1-3 overlaps one that ends at 2"):
        apply("abcd", [edit(0, 2, "x"), edit(1, 3, "y")])


@pytest.mark.parametrize("bad", [edit(-1, 0, ""), edit(3, 5, ""), edit(2, 1, "")])
def test_edits_outside_of_the_text_are_refused(bad: Edit) -> None:
    with pytest.raises(ValueError, match="lies outside of a text of 4 characters"):
        apply("abcd", [bad])


def test_edits_apply_in_any_order_and_insertions_keep_theirs() -> None:
    edits = [edit(4, 4, "!"), edit(1, 1, "1"), edit(1, 1, "2"), edit(1, 3, "")]
    assert apply("abcd", edits) == "a12d!"
    assert apply("abcd", []) == "abcd"


def test_edits_between_texts_are_whole_tokens() -> None:
    assert between("x = foo(1, 2)\n", "x = food(1, 2, 3)\n", "a.py") == (
        Edit("a.py", 4, 7, "food"),
        Edit("a.py", 12, 12, ", 3"),
    )
    assert between("same", "same") == ()


@settings(max_examples=50, deadline=None)
@given(TEXT, TEXT)
def test_edits_between_texts_lead_from_one_to_the_other(before: str, after: str) -> None:
    assert apply(before, between(before, after)) == after


def test_a_unified_diff_has_names_context_and_missing_line_ends() -> None:
    assert unified("a\nb\nc\n", "a\nB\nc", "m.py", context=1) == (
        "--- a/m.py\n+++ b/m.py\n@@ -1,3 +1,3 @@\n a\n-b\n-c\n+B\n+c\n\\ No newline at end of file\n"
    )
    assert unified("a\r\n\rb", "a\r\n\rb", "m.py") == ""


def test_a_unified_diff_ends_lines_at_line_feeds_only() -> None:
    assert unified("a\fb\r\nc\n", "a\fb\r\nd\n", "m.py").splitlines(keepends=False)[3:] == [" a", "b", "-c", "+d"]
