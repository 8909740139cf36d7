from pathlib import Path

from aurora.flows.remember import memory_of, record_of, remember_repair, spec_hash
from aurora.model.answer import Candidate, Fault, Found, Patch, Repair, Synthesis
from aurora.model.memory import FAILED, SUCCEEDED, Source
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
