"""The search as the guest runs it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.guest import Reporter, rescued, search, serve
from aurora.engines.synthesis.library import Library, load
from aurora.engines.synthesis.prior import Model, fitted
from aurora.engines.synthesis.problem import read, to_json
from aurora.model.effort import SECOND
from aurora.model.execution import Outcome, Status
from aurora.model.task import SynthesisTask
from aurora.modules.autonomy import synthesis as strategies


@pytest.fixture(scope="module")
def library() -> Library:
    """One small pack and the strategies."""
    return load(("aurora.units.knowledge.strings", "aurora.modules.autonomy.synthesis"))


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scratch folder and no limit on this process's memory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("aurora.engines.synthesis.guest.resource.setrlimit", lambda *_: None)


def codes(library: Library, task: SynthesisTask, seconds: float = 5.0) -> list[str]:
    """The texts of the candidates."""
    found: Any = search(library, to_json(task), 60 * seconds, steps=int(seconds * SECOND))
    return [candidate["code"] for candidate in found["candidates"]]


def test_examples_that_contradict_each_other_have_no_candidate(library: Library) -> None:
    task = SynthesisTask("", "f", "def f(a)", asserts=("assert f(1) == 2", "assert f(1) == 3"))
    assert codes(library, task, 0.5) == []


def test_every_candidate_keeps_the_examples(library: Library) -> None:
    task = SynthesisTask("", "f", "def f(a, b)", asserts=("assert f(1, 2) == 3", "assert f(5, 5) == 10"))
    found = codes(library, task)
    assert found[0] == "def f(a, b):\n    return a + b\n"
    for code in found:
        scope: dict[str, Any] = {}
        exec(code, scope)
        assert scope["f"](5, 5) == 10


def test_a_component_becomes_a_helper_function(library: Library) -> None:
    asserts = ("assert mirrored('abba')", "assert not mirrored('abc')", "assert not mirrored('xyx!')")
    found = codes(
        library, SynthesisTask("Is the text a palindrome?", "mirrored", "def mirrored(line)", asserts=asserts)
    )
    assert any("def is_palindrome(text: str) -> bool:" in code for code in found)
    assert any('"""Is the text a palindrome?"""' in code for code in found)


def test_words_alone_find_a_component(library: Library) -> None:
    found = codes(library, SynthesisTask("Whether a text is a palindrome.", "f", "def f(line)"))
    assert "is_palindrome(line)" in found[0]


def test_the_search_is_the_same_twice(library: Library) -> None:
    task = SynthesisTask("", "f", "def f(xs)", asserts=("assert f([3, 1]) == 4", "assert f([2, 2, 9]) == 13"))
    assert codes(library, task)[0] == codes(library, task)[0] == "def f(xs):\n    return sum(xs)\n"


class Listener:
    """A guest's channel that keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, message: Any) -> None:
        self.sent.append(message)


def test_progress_is_relayed_once_and_only_when_whole() -> None:
    listener: Any = Listener()
    reporter = Reporter(listener)
    reporter.relay()
    path = Path("progress.json")
    for text in ('{"phase": "a", "tri', '{"phase": "a"}', '{"phase": "a"}', '{"phase": "b"}'):
        path.write_text(text, encoding="utf8")
        reporter.relay()
    assert listener.sent == [{"progress": {"phase": "a"}}, {"progress": {"phase": "b"}}]


def test_of_a_search_that_was_ended_remains_what_it_found_and_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = Outcome(Status.WALL_TIME, seconds=9.0)
    assert (rescued(outcome)["candidates"], rescued(outcome)["tried"]) == ([], 0)
    monkeypatch.setattr("aurora.engines.synthesis.guest._SAID_EVERY", 0.0)
    whole = codes(library, SynthesisTask("", "f", "def f(a)", asserts=("assert f(1) == 2", "assert f(5) == 6")))
    found: Any = rescued(outcome)
    assert whole[0] in [candidate["code"] for candidate in found["candidates"]]
    assert found["tried"] > 0
    assert found["notes"] == [f"the search was ended: {Status.WALL_TIME.value}"]


def test_a_search_says_what_it_is_doing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.engines.synthesis.guest._SAID_EVERY", 0.0)
    codes(library, SynthesisTask("", "f", "def f(a)", asserts=("assert f(1) == 2", "assert f(5) == 6")))
    said = json.loads(Path("progress.json").read_text(encoding="utf8"))
    assert said["tried"] > 0
    assert said["best"] > 0
    assert said["phase"] in {path.stem for path in Path(strategies.__file__).parent.glob("*.py")}


def test_the_seed_reaches_the_workbench(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds: list[int] = []

    def looks(_problem: Problem, bench: Bench) -> Iterator[Any]:
        seeds.append(bench.seed)
        yield None

    monkeypatch.setattr("aurora.engines.synthesis.guest.portfolio.run", looks)
    search(library, to_json(SynthesisTask("", "f", "def f(a)", asserts=("assert f(1) == 2",))), 1.0, seed=41)
    assert seeds == [41]


class Talk:
    """A guest whose host says what a script says; its calls run here."""

    def __init__(self, *messages: Any) -> None:
        self.script, self.said = list(messages), list[Any]()

    def receive(self) -> Any:
        return self.script.pop(0) if self.script else None

    def send(self, message: Any) -> None:
        self.said.append(message)

    def call(self, work: Any, limits: Any, relay: Any = None) -> Outcome:
        del limits, relay
        return Outcome(Status.OK, value=work())


def test_a_prior_that_is_handed_over_counts_for_the_searches_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Model] = []

    def searched(*arguments: Any) -> dict[str, Any]:
        used.append(arguments[-1])
        return {}

    monkeypatch.setattr("aurora.engines.synthesis.guest.search", searched)
    other = Model({}, (0.0,) * 7)
    ask = {"task": {}, "seconds": 1.0, "memory_mb": 100, "seed": 0}
    talk: Any = Talk(ask, {"prior": other.text()}, ask, {"prior": ""}, ask)
    serve(talk, {"packages": [], "without": []})
    assert used == [fitted(), other, fitted()]


def test_a_search_prices_components_by_the_prior_it_is_given(library: Library) -> None:
    task = SynthesisTask("Is it a palindrome?", "f", "def f(a)", asserts=("assert f('abba')", "assert not f('ab')"))
    none = Bench(library, 1, prior=Model({}, (-9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0))).relevance(read(task))
    assert max(none.values()) < max(Bench(library, 1).relevance(read(task)).values())
