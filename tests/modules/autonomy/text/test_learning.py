from typing import Any

import pytest

from aurora.modules.autonomy.text.learning import Learner


def first(names: tuple[str, ...], rows: list[tuple[Any, ...]], wanted: list[Any]) -> str:
    columns = [list(column) for column in zip(*rows, strict=True)]
    return next(program.code for program in Learner(names, columns, wanted).programs() if program is not None)


def test_outputs_of_mixed_kinds_have_no_program() -> None:
    assert [p for p in Learner(("s",), (["a", "b"],), ["x", 1]).programs() if p is not None] == []


@pytest.mark.parametrize(
    ("rows", "wanted", "code"),
    [
        ([("red-12",), ("sea-7",), ("x-0",)], ["12", "7", "0"], "s.split('-')[-1]"),
        (
            [("ann lee",), ("bo",), ("c d e",)],
            ["A.L.", "B.", "C.D.E."],
            "''.join(w[0].upper() + '.' for w in s.split())",
        ),
        ([("v1",), ("v9",), ("v41",)], ["v2", "v10", "v42"], "s[0] + str(int(s[1:]) + 1)"),
        ([("7",), ("42",), ("123",)], ["007", "042", "123"], "s.zfill(3)"),
        ([("ab cd",), ("x",), ("p q r",)], [1, 0, 2], "s.count(' ')"),
        ([("ab",), ("aa",), ("xyx",)], [False, True, True], "s == s[::-1]"),
        ([("a,b",), ("x",)], [["a", "b"], ["x"]], "s.split(',')"),
    ],
)
def test_programs_are_read_off_examples(rows: list[tuple[str]], wanted: list[Any], code: str) -> None:
    assert first(("s",), rows, wanted) == code


def test_a_number_chooses_the_token() -> None:
    assert first(("s", "k"), [("a b c", 0), ("d e f", 2), ("x y", 1)], ["a", "f", "y"]) == "s.split()[k]"


def test_a_truth_divides_the_examples() -> None:
    rows = [("ann", True), ("bob", False), ("cy", True), ("di", False)]
    assert first(("s", "loud"), rows, ["ANN", "bob", "CY", "di"]) == "s.upper() if loud else s"


def test_lists_of_texts_are_joined() -> None:
    assert first(("xs",), [(["a", "b"],), (["x"],)], ["a-b", "x"]) == "'-'.join(xs)"
