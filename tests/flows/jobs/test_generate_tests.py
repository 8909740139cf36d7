from pathlib import Path

from aurora.flows.jobs.generate_tests import GENERATE_TESTS
from aurora.model.execution import Json
from tests.doubles import ScriptedEngines, tools_with
from tests.flows.jobs.journals import PaperJournal

CODE = "def double(x): return 2 * x"


def _do(tmp_path: Path, journal: PaperJournal, **fields: Json) -> Json:
    tools = tools_with(tmp_path, ScriptedEngines({"double": CODE}))
    return GENERATE_TESTS.do(tools, journal, GENERATE_TESTS.given(fields, "tests"))


def test_without_an_answer_there_are_no_tests(tmp_path: Path) -> None:
    journal = PaperJournal()
    assert _do(tmp_path, journal, words="unknown", name="other") == {"code": "", "tests": "", "verdict": "abstained"}
    assert journal.done == ["1 search", "2 judge"]


def test_code_that_is_given_is_not_searched_for(tmp_path: Path) -> None:
    journal = PaperJournal()
    out = tmp_path / "test_double.py"
    done = _do(tmp_path, journal, words="twice", name="double", code=CODE, out=str(out))
    assert isinstance(done, dict)
    assert out.read_text() == done["tests"] != ""
    assert journal.done == ["1 tests", "write"]


def test_a_function_that_is_missing_is_searched_first(tmp_path: Path) -> None:
    journal = PaperJournal()
    done = _do(tmp_path, journal, words="twice", name="double")
    assert isinstance(done, dict)
    assert (done["code"], done["verdict"]) == (CODE, "verified")
    assert journal.done == ["1 search", "2 judge", "3 tests"]
