from dataclasses import replace
from pathlib import Path

from aurora.engines.recall.search import recall
from aurora.flows.remember import mark_failed, memory_of, record_of, remember_repair, spec_hash
from aurora.model.answer import Candidate, Fault, Found, Patch, Repair, Synthesis
from aurora.model.memory import FAILED, SUCCEEDED, Query, Source
from aurora.model.task import Condition, SynthesisTask
from aurora.model.verdict import Check, Judgement, Verdict
from tests.doubles import tools_with

CHECKS = (Check("example", "f(1) == 1", passed=True), Check("boundary", "f(0) >= 0", passed=False))
TASK = SynthesisTask(
    "The same number.", "f", "def f(n: int) -> int", postconditions=(Condition("Ret is small", expression="ret < 9"),)
)


def test_an_abstention_is_a_record_too() -> None:
    record = record_of(TASK, Synthesis(Judgement(Verdict.ABSTAINED)), Found(), spec="s", provenance="run 1")
    assert (record.passed, record.total, record.score, record.snippet) == (0, 0, 0.0, "")
    assert memory_of(record).memory.outcome == FAILED


def test_a_record_says_what_was_asked_and_what_failed() -> None:
    answer = Synthesis(Judgement(Verdict.CONSISTENT, CHECKS), "def f(n): return n", "s.grow", ("c.x",), seconds=0.25)
    found = Found(tuple(Candidate(f"def f(n): return {n}", "s", 1.0) for n in range(12)))
    record = record_of(TASK, answer, found, spec="numbers", provenance="run 1", calls=("g",))
    assert (record.passed, record.total, record.score, record.duration_ms) == (1, 2, 0.5, 250)
    assert record.failing_tests == ("f(0) >= 0",)
    assert record.post_bow == ("f", "number", "same", "small")
    assert (record.sig_key, record.calls_functions, len(record.candidates)) == ("int->int", ("g",), 8)
    assert memory_of(record).memory.link == "run 1#numbers.f"
    assert memory_of(record).memory.outcome == SUCCEEDED


def test_a_documented_function_is_remembered_by_what_it_says() -> None:
    code = 'def f(n):\n    """Give the number back.\n\n    >>> f(1)\n    1\n    """\n    return n\n'
    record = record_of(TASK, Synthesis(Judgement(Verdict.VERIFIED), code), Found(), spec="s", provenance="run 1")
    assert memory_of(record).memory.title == "f: Give the number back."
    assert {"small", "same"} <= set(memory_of(record).terms)
    assert memory_of(replace(record, snippet="def f(:")).memory.title == "f: f number same small"


def test_what_did_not_last_is_recalled_as_a_failure_once(tmp_path: Path) -> None:
    store = tools_with(tmp_path).store()
    record = record_of(TASK, Synthesis(Judgement(Verdict.VERIFIED), "x = 1"), Found(), spec="s", provenance="run 1")
    store.memories.add([memory_of(record)])
    for key in (record.id, record.id, "unknown"):
        mark_failed(store, Source.CORPUS, key, "found wrong later")
    known = store.memories.of(Source.CORPUS, record.id)
    assert known is not None
    assert (known.outcome, known.title) == (FAILED, "f: f number same small (found wrong later)")
    assert store.memories.count_sources() == {"corpus": 1}
    assert [found.memory for found in recall(store.memories, Query("small number", outcome=FAILED))] == [known]


def test_the_hash_follows_everything_that_is_asked() -> None:
    changed = SynthesisTask("The same number.", "f", "def f(n: int) -> int", library={"g": "def g(): ..."})
    assert spec_hash(TASK) == spec_hash(TASK)
    assert spec_hash(TASK) != spec_hash(changed)


def test_a_repair_is_remembered_by_its_last_line_of_trouble(tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    store = tools.store()
    failed = Repair(Judgement(Verdict.ABSTAINED), faults=(Fault("a.py", 3, 0.9, "KeyError: 'x'"),))
    proved = Repair(Judgement(Verdict.VERIFIED), Patch((), {}, "op", why="a.py:3: a guard"))
    link, trace = "here", "Traceback:\n  a.py\nOSError: Address already in use"
    one = remember_repair(store, "shop", failed, issue="", diff="", link=link, about="")
    two = remember_repair(store, "shop", proved, issue=trace, diff="+x", link=link, about="Bind elsewhere.")
    ids = store.memories.worded(["keyerror", "key", "address"], 5)
    found = {each.memory.key: each.memory for each in store.memories.read(ids)}
    assert (found[one].title, found[one].outcome) == ("shop: KeyError: 'x'", FAILED)
    assert (found[two].title, found[two].outcome) == ("shop: OSError: Address already in use", SUCCEEDED)
    assert found[two].source is Source.FIX
    assert "Bind elsewhere." in found[two].text
    tools.close()
