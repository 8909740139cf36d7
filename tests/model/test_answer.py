"""Answers carry the verdict of their judgement."""

from aurora.model.answer import Repair, Synthesis
from aurora.model.verdict import Judgement, Verdict


def test_the_verdict_of_an_answer_is_that_of_its_judgement() -> None:
    assert Synthesis(Judgement(Verdict.VERIFIED)).verdict is Verdict.VERIFIED
    assert Repair(Judgement(Verdict.ABSTAINED)).verdict is Verdict.ABSTAINED
