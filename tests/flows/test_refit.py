"""The prior and the calibration are fitted to what came of answers; what is no better, or too little, is not taken."""

import json
import math
import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache
from operator import mul
from pathlib import Path

import pytest

from aurora.adapters.sandbox.memory import InMemory
from aurora.engines.synthesis import fitting
from aurora.engines.synthesis.library import Library, load
from aurora.engines.synthesis.prior import fitted
from aurora.engines.verify import model as judging
from aurora.engines.verify.evidence import Evidence
from aurora.flows.refit import refit_calibration, refit_prior, solved
from aurora.flows.refreshable import prior_kind
from aurora.flows.relearn import Relearner
from aurora.flows.remember import memory_of
from aurora.flows.tools import Tools
from aurora.flows.versions import Versions
from aurora.model.errors import BadInputError
from aurora.model.execution import Outcome, Program, Raised, Status
from aurora.model.record import Record
from tests.doubles import tools_with

PACKAGES = ("aurora.units.knowledge.strings",)
JOIN = "def {name}(a):\n    return '-'.join(a)\n"
FIRST = "def {name}(a):\n    return a[0] + '-' + a[1]\n"
EVIDENCE = asdict(Evidence(2.6, 4.0, 1.0, 2.0, 1.5, 4.0, 1.0, 1.0, 1.0, 0.8, 1.0, 1.0, 1.0, 1.0, 1.0, 0.8, 1.0, 1.0))


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


def record(
    name: str, code: str = JOIN, tests: Sequence[str] = (), moment: int = 0, verdict: str = "verified"
) -> Record:
    """One function that was asked for."""
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{moment}"))
    return Record(
        key, f"2026-01-01T00:00:{moment:02d}", "s", key, name, f"def {name}(a)", 1, 1, 1.0, (), code.format(name=name),
        1, 1, (), "list->str", ("dashed", "wurble"), 1, "a.strategy", verdict,
        tuple(tests) or (f"assert {name}(['a', 'b']) == 'a-b'",), "test", evidence=EVIDENCE,
    )  # fmt: skip


def keep(tools: Tools, *records: Record) -> None:
    """Put records into the corpus."""
    tools.store().corpus.add([(each, memory_of(each)) for each in records])


def names(count: int) -> list[str]:
    """Names of functions; each belongs to a fold of its own accord."""
    return [f"job_{number}" for number in range(count)]


def test_too_few_functions_are_told_in_numbers_and_change_nothing(tools: Tools) -> None:
    keep(tools, *(record(name) for name in names(29)), record("wrong", code="def ("), record("no", verdict="failed"))
    found = refit_prior(tools.store(), PACKAGES)
    assert (found.text, found.measured.kept, found.measured.outcomes) == (None, False, 29)
    assert found.measured.why.startswith("29 of 30 verified functions: too few")


def test_a_prior_that_foretells_held_out_functions_better_is_taken_and_always_the_same(tools: Tools) -> None:
    keep(tools, *(record(name) for name in names(30)))
    found = refit_prior(tools.store(), PACKAGES)
    assert found.measured.kept
    assert found.measured.after > found.measured.before
    assert found.text
    assert prior_kind().read(found.text) != prior_kind().read(prior_kind().shipped)
    assert refit_prior(tools.store(), PACKAGES) == found


def test_a_prior_that_is_no_better_on_held_out_functions_is_not_taken_and_it_is_said(tools: Tools) -> None:
    keep(tools, *map(expected, names(40)))
    found = refit_prior(tools.store(), PACKAGES)
    assert (found.text, found.measured.kept) == ("", False)
    assert "Not better on functions that were held out" in found.measured.why


PIECES = {
    ".join": "a.join", ".split": "a.split", "Slice": "a[1:]", "Subscript": "a[0]", "USub": "-a", "Eq": "a == a",
    "filter": "[x for x in a if x]", "map": "[x for x in a]", "Add": "a + a", "Div": "a / a", "Mod": "a % a",
    "Mult": "a * a", "Sub": "a - a",
}  # fmt: skip


@cache
def pack() -> Library:
    """One small pack."""
    return load(PACKAGES)


def expected(name: str) -> Record:
    """A function that is written as the shipped prior expects it: each token is in it as often as it says."""
    library, shipped = pack(), fitted()
    blank = fitting.shown(solved(record(name)), library)
    draw, pieces = random.Random(name), list[str]()
    for token, known in shipped.tokens.items():
        if draw.random() < 1 / (1 + math.exp(-known.score(blank.features))):
            pieces.append(PIECES.get(token, f"{token[:-2]}(a)"))
    used = tuple(
        part
        for part, (figures, _) in zip(sorted(library.operators), blank.rows, strict=False)
        if draw.random() < 1 / (1 + math.exp(-shipped.pair[0] - sum(map(mul, shipped.pair[1:], figures))))
    )
    return replace(record(name, "def {name}(a):\n    return " + (", ".join(pieces) or "a") + "\n"), components=used)


def judged(tools: Tools, wrong: int, right: int, **evidence: float) -> None:
    """Answers that were followed by one example more, which some of them break."""
    later = "assert {name}(['a', 'b', 'c']) == 'a-b-c'"
    for number, name in enumerate(names(wrong + right)):
        first = replace(record(name, FIRST if number < wrong else JOIN), evidence={**EVIDENCE, **evidence})
        keep(tools, first, record(name, JOIN, (*first.tests, later.format(name=name)), moment=1))


def test_too_few_answers_that_later_examples_judged_are_told_in_numbers(tools: Tools) -> None:
    judged(tools, wrong=4, right=40)
    found = refit_calibration(tools.store(), InMemory())
    assert found.text is None
    assert found.measured.why.startswith("44 of 40 answers that later examples judged, 4 of them wrong (5 right and 5")


def test_a_calibration_that_foretells_held_out_answers_better_is_taken(tools: Tools) -> None:
    judged(tools, wrong=30, right=15)
    found = refit_calibration(tools.store(), InMemory())
    assert (found.measured.kept, found.measured.outcomes) == (True, 45)
    assert found.measured.after > found.measured.before
    assert refit_calibration(tools.store(), InMemory()) == found


def test_a_calibration_that_is_no_better_is_not_taken(tools: Tools) -> None:
    assert 0.89 < judging.fitted().confidence(Evidence(**{**EVIDENCE, "guarded": 0.0})) < 0.91
    judged(tools, wrong=10, right=90, guarded=0.0)  # as sure as the judge was
    found = refit_calibration(tools.store(), InMemory())
    assert (found.text, found.measured.kept) == ("", False)


def test_an_example_that_cannot_be_run_here_judges_nobody(tools: Tools) -> None:
    def missing(_program: Program) -> Outcome:
        return Outcome(Status.RAISED, raised=Raised("NameError", "name 'np' is not defined"))

    judged(tools, wrong=10, right=40)
    assert refit_calibration(tools.store(), InMemory(missing)).measured.outcomes == 0


def test_an_answer_that_was_found_wrong_counts_as_wrong_and_changed_examples_judge_nobody(tools: Tools) -> None:
    other = record("f", tests=("assert f(['x', 'y']) == 'y-x'",), moment=1)
    keep(tools, record("f"), other, record("g"))
    tools.store().corpus.weigh(record("g").id, 0.0)
    assert refit_calibration(tools.store(), InMemory()).measured.why.startswith("1 of 40 answers")


def test_a_refreshed_prior_is_a_version_that_counts_and_is_taken_back_exactly(tools: Tools) -> None:
    keep(tools, *(record(name) for name in names(30)))
    learner = Relearner(tools.settings, tools.store, InMemory(), PACKAGES)
    versions = Versions(tools.settings.state)
    assert learner.refresh(dry_run=True).version == ""
    assert versions.current(prior_kind()) == ("", "")
    found = learner.refresh()
    assert found.version == "000001"
    assert [each.kept for each in found.measured if each.what in ("prior", "calibration")] == [True, False]
    assert versions.current(prior_kind())[0]
    assert learner.refresh().version == ""  # nothing is left to do
    learner.undo()
    assert versions.current(prior_kind()) == ("", "")


def test_a_prior_whose_functions_were_found_wrong_since_goes_again(tools: Tools) -> None:
    keep(tools, *(record(name) for name in names(30)))
    learner = Relearner(tools.settings, tools.store, InMemory(), PACKAGES)
    learner.refresh()
    for name in names(30):
        tools.store().corpus.weigh(record(name).id, 0.0)
        keep(tools, replace(expected(name), id=record(name, moment=2).id))
    assert learner.refresh().version == "000002"
    assert Versions(tools.settings.state).current(prior_kind()) == ("", "")
    learner.undo()
    assert Versions(tools.settings.state).current(prior_kind())[0]


def test_a_refresh_that_was_killed_before_it_was_kept_is_finished_or_never_was(tools: Tools) -> None:
    keep(tools, *(record(name) for name in names(30)))
    learner = Relearner(tools.settings, tools.store, InMemory(), PACKAGES)
    learner.refresh()
    (path,) = (tools.settings.state / "learned").glob("*.json")
    row = json.loads(path.read_text())
    path.write_text(json.dumps({**row, "state": "started"}))
    versions = Versions(tools.settings.state)
    assert versions.current(prior_kind()) == ("", "")
    assert len(learner.versions()) == 1  # its values are in place
    assert versions.current(prior_kind())[0]
    path.write_text(json.dumps({**row, "state": "started", "after": []}))
    assert learner.versions() == []
    assert versions.current(prior_kind()) == ("", "")


def test_a_damaged_version_is_refused_by_undo_until_it_is_forced(tools: Tools) -> None:
    keep(tools, *(record(name) for name in names(30)))
    learner = Relearner(tools.settings, tools.store, InMemory(), PACKAGES)
    learner.refresh()
    (path,) = (tools.settings.state / "learned").glob("*.json")
    path.write_text(path.read_text()[:100])
    assert "damaged" in Versions(tools.settings.state).current(prior_kind())[1]
    assert learner.versions() == []
    with pytest.raises(BadInputError, match="damaged"):
        learner.undo()
    assert learner.undo(force=True).id == "000001"
    assert learner.refresh().version == "000001"
