"""The record of a run: scores, corpus records, and code that can be run."""

import json
from datetime import UTC, datetime
from pathlib import Path

from aurora.adapters.runs.folder import Runs
from aurora.flows.run_record import write_record
from aurora.model.answer import Repair, Synthesis
from aurora.model.run import FunctionResult, ProjectResult, Run
from aurora.model.task import Condition, SynthesisTask
from aurora.model.verdict import Check, Judgement, Verdict

CHECKS = (Check("example", "f(1) == 1", passed=True), Check("boundary", "f(0) >= 0", passed=False))
TASK = SynthesisTask(
    "words", "f", "def f(n: int) -> int", postconditions=(Condition("Ret is small", expression="ret < 9"),)
)


def record(root: Path, verdict: Verdict = Verdict.CONSISTENT) -> Path:
    answer = Synthesis(Judgement(verdict, CHECKS), "def f(n):\n    return n if n else 0\n", "grow", tests="# tests\n")
    runs = Runs(root)
    folder = runs.start(datetime(2026, 1, 2, tzinfo=UTC))
    time = "2026-01-02T00:00:00+00:00"
    project = ProjectResult("cart", Repair(Judgement(Verdict.ABSTAINED)))
    run = Run(folder.id, time, time, "0", 7, {}, (FunctionResult("spec", TASK, answer),), (project,))
    return write_record(runs, folder, run)[1].parent


def test_an_abstention_leaves_no_source_behind(tmp_path: Path) -> None:
    assert list((record(tmp_path, Verdict.ABSTAINED) / "src").iterdir()) == []


def test_scores_count_the_checks_that_passed(tmp_path: Path) -> None:
    scores = json.loads((record(tmp_path) / "scores.json").read_text())
    assert {name: (row["verdict"], row["passed"], row["total"], row["score"]) for name, row in scores.items()} == {
        "spec.f": ("consistent", 1, 2, 0.5),
        "examples.cart": ("abstained", 0, 0, 0.0),
    }


def test_code_and_tests_are_files_of_their_own(tmp_path: Path) -> None:
    folder = record(tmp_path)
    assert (folder / "src" / "spec" / "f.py").read_text() == "def f(n):\n    return n if n else 0\n"
    assert (folder / "tests" / "spec" / "test_f.py").read_text() == "# tests\n"


def test_a_corpus_record_has_what_failed_and_what_was_asked(tmp_path: Path) -> None:
    (row,) = [json.loads(line) for line in (record(tmp_path) / "corpus.jsonl").read_text().splitlines()]
    assert (row["failing_tests"], row["complexity"], row["post_bow"]) == (["f(0) >= 0"], 2, ["f", "small", "words"])
    assert (row["sig_key"], row["spec_id"], len(row["spec_hash"])) == ("int->int", "spec", 64)


def test_the_facts_of_the_run_are_counted(tmp_path: Path) -> None:
    facts = json.loads((record(tmp_path) / "run.json").read_text())
    assert (facts["seed"], facts["functions"], facts["consistent"], facts["projects"], facts["repaired"]) == (
        7,
        1,
        1,
        1,
        0,
    )
