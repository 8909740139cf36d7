from pathlib import Path

import pytest

from aurora.flows.jobs.synthesize import SYNTHESIZE
from aurora.model.errors import BadInputError
from tests.doubles import ScriptedEngines, tools_with
from tests.flows.jobs.journals import DiedError, PaperJournal


def test_a_request_without_words_or_examples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="neither words nor examples"):
        SYNTHESIZE.do(tools_with(tmp_path), PaperJournal(), SYNTHESIZE.given({}, "synthesize"))


def test_the_answer_comes_with_its_verdict_and_each_part_is_a_step(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"double": "def double(x): return 2 * x"}))
    journal = PaperJournal()
    given = SYNTHESIZE.given({"words": "twice", "examples": ["double(2) == 4"], "tests": True}, "synthesize")
    done = SYNTHESIZE.do(tools, journal, given)
    assert isinstance(done, dict)
    assert done["code"] == "def double(x): return 2 * x"
    assert isinstance(done["judgement"], dict)
    assert done["judgement"]["verdict"] == "verified"
    assert journal.done == ["1 search", "2 judge", "3 tests"]


def test_a_job_that_is_taken_up_again_is_recorded_and_teaches_once(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"double": "def double(x): return 2 * x"}))
    given = SYNTHESIZE.given(
        {"words": "twice", "signature": "def double(x: int) -> int", "examples": ["double(2) == 4"], "tests": True},
        "synthesize",
    )
    journal = PaperJournal(dies_after="3 tests")
    with pytest.raises(DiedError):
        SYNTHESIZE.do(tools, journal, given)
    again = PaperJournal(journal.kept)
    SYNTHESIZE.do(tools, again, given)
    SYNTHESIZE.do(tools, PaperJournal(again.kept), given)
    store = tools.store()
    assert store.corpus.counts() == {"verified": 1, "without weight": 0}
    assert store.memories.count_sources() == {"corpus": 1}
    assert len(store.lessons.lessons()) == 1
    tools.close()
