"""`aurora test`: what was written, what it notices, what it does not."""

from collections.abc import Callable
from pathlib import Path

from aurora.contracts.testing import Written
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]
TESTS = Written("def test_f(): ...\n", 1, 1, 3, 4, ("line 2: `a` became `b`",), 2, 2, (), 5, ("test_g",))


def test_where_nothing_could_be_written_the_status_says_so(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("X = 1\n")
    ran = aurora("test", str(tmp_path / "a.py"), tools=tools_with(tmp_path, written=Written(notes=("nothing here",))))
    assert (ran.status, ran.out, "nothing here" in ran.err) == (1, "", True)


def test_a_bad_share_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("X = 1\n")
    assert aurora("test", str(tmp_path), "--reach", "7").status == 2


def test_the_tests_are_the_answer_and_the_rest_are_notes(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(): ...\n")
    ran = aurora("test", str(tmp_path / "a.py"), tools=tools_with(tmp_path, written=TESTS))
    assert (ran.status, ran.out) == (0, TESTS.text)
    for words in ("5 runs alike; 3 of 4 mutants", "not noticed: line 2", "did not pass each time: test_g"):
        assert words in ran.err


def test_the_share_that_is_noticed_is_in_the_json(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(): ...\n")
    ran = aurora("test", str(tmp_path / "a.py"), "--json", tools=tools_with(tmp_path, written=TESTS))
    assert (ran.json[0]["score"], ran.json[0]["applied"]) == (0.75, False)


def test_reaching_more_is_told_with_its_figures(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(): ...\n")
    ran = aurora("test", str(tmp_path), "--reach", "0.9")
    assert ran.status == 0
    assert "25.0% -> 100.0%" in ran.err
    assert aurora("test", str(tmp_path), "--reach", "0.9", "--json").json["ended"] == "reached"
