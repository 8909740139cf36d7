import pytest

from aurora.engines.synthesis.segments import segmented


@pytest.mark.parametrize(
    ("rows", "outputs"),
    [
        (["ab"], ["abcdefghijklm"]),
        (["aa"], ["xyz"]),
        ([""], ["x"]),
        ([["a", "a"]], [[1, 2]]),
        (["a", "a"], ["x", "y"]),
    ],
)
def test_what_is_made_of_no_pieces_is_not_cut(rows: list[object], outputs: list[object]) -> None:
    assert segmented(rows, outputs) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "outputs", "pieces"),
    [
        (["ab", "b"], ["aabb", "bb"], ["aa", "bb", "bb"]),
        (["a-b", "-", "bb"], ["ab", "", "bb"], ["a", "", "b", "", "b", "b"]),
        (["a!b", "!", "b"], ["aa!!!bb", "!!!", "bb"], ["aa", "!!!", "bb", "!!!", "bb"]),
        ([[1, 2], [2]], [[1, 2, 2], [2, 2]], [[1], [2, 2], [2, 2]]),
        (["", "x"], ["", "yz"], ["yz"]),
    ],
)
def test_like_elements_have_like_pieces(rows: list[str], outputs: list[str], pieces: list[str]) -> None:
    assert segmented(rows, outputs) == pieces


def test_one_is_not_true() -> None:
    assert segmented([[1, True], [True]], [[7, 8], [8]]) == [[7], [8], [8]]


def test_a_long_row_is_cut_by_what_short_ones_show() -> None:
    row = "abcab" * 40
    double = "".join(char * 2 if char != "c" else "" for char in row)
    pieces = segmented([row, "a", "b"], [double, "aa", "bb"])
    assert pieces is not None
    assert "".join(pieces[: len(row)]) == double
