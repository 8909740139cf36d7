"""Requests that should not simply be answered: contradictory, without a rule, with many readings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.app import join
from aurora.flows.synthesize import synthesize
from aurora.flows.tools import Tools
from aurora.model.answer import Synthesis
from aurora.model.effort import SECOND
from aurora.model.settings import Settings
from aurora.model.task import Budget, SynthesisTask
from aurora.model.verdict import Verdict


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    """The tools as a user has them."""
    joined = join(Settings(runs=Path("unused"), jobs=1))
    yield joined
    joined.close()


def answered(tools: Tools, words: str, *examples: str) -> Synthesis:
    asserts = tuple(f"assert {example}" for example in examples)
    return synthesize(tools, SynthesisTask(words, "f", asserts=asserts), Budget(240.0, steps=3 * SECOND))


@pytest.mark.parametrize(
    ("words", "examples"),
    [
        ("double a number", ("f(2) == 4", "f(3) == 6", "f(2) == 5")),
        ("whether it is good", ("f('a')", "not f('a')")),
        ("", ("f(3) == 17", "f(4) == -902", "f(5) == 44", "f(6) == 3")),
        ("", ("f(1) == 'x'", "f(2) == [7]", "f(3) is None", "f(4) == 2.5")),
        ("", ("f('tree') == 'q7'", "f('lake') == '!z'", "f('road') == 'Bx0'")),
        ("", ("f([1, 2]) == [99, 3, -4]", "f([5]) == []", "f([0, 0, 7]) == [12]")),
        ("the frobnication of a quux", ()),
    ],
)
def test_what_has_no_rule_is_not_answered(tools: Tools, words: str, examples: tuple[str, ...]) -> None:
    answer = answered(tools, words, *examples)
    assert not answer.verdict.answered
    assert answer.code == ""
    assert answer.judgement.reasons


@pytest.mark.parametrize(
    "example", ["f([3, 1, 2]) == 3", "f(4, 2) == 2", "f('ab') == 'ab'", "f([1, 2, 3]) == [1, 2]", "f([5, 5]) == 10"]
)
def test_one_example_with_many_readings_leads_to_a_question(tools: Tools, example: str) -> None:
    answer = answered(tools, "", example)
    assert answer.verdict is not Verdict.VERIFIED
    assert answer.question is not None
    assert len(answer.question.answers) > 1
    assert answer.question.examples


def test_the_example_that_was_asked_for_leads_to_another_answer(tools: Tools) -> None:
    first = answered(tools, "", "f([3, 1, 2]) == 3")
    assert first.question is not None
    for example in first.question.examples[:2]:
        second = answered(tools, "", "f([3, 1, 2]) == 3", example)
        assert second.question != first.question


@pytest.mark.parametrize(
    ("words", "examples"),
    [
        ("the sum of the numbers", ("f([1, 2]) == 3", "f([5]) == 5", "f([]) == 0", "f([4, -1, 7]) == 10")),
        ("", ("f('Ann Lee') == 'A.L.'", "f('Bo Ray') == 'B.R.'", "f('Cy Fox') == 'C.F.'")),
        ("the words of a text in reverse order", ("f('a b') == 'b a'", "f('x') == 'x'", "f('to be it') == 'it be to'")),
    ],
)
def test_what_is_clear_is_answered(tools: Tools, words: str, examples: tuple[str, ...]) -> None:
    answer = answered(tools, words, *examples)
    assert answer.verdict.answered
    assert ">>> f(" in answer.code
