"""How well requests are routed."""

from aurora.engines.nexus.scoring import Confusion, scored
from aurora.model.routing import Reading, Routing, Utterance


def answer(text: str) -> Routing:
    first, confidence = {"a": ("M1", 0.9), "b": ("M2", 0.6), "c": ("M3", 0.2)}[text]
    modes = (Reading(first, first, confidence), Reading("M9", "M9", 0.05), Reading("M8", "M8", 0.01))
    return Routing(0.1, "foundation", modes, (), (), confidence, (), question="" if confidence > 0.5 else "?")


def test_shares_calibration_and_confusions_are_counted() -> None:
    score = scored([Utterance("a", "M1", "foundation"), Utterance("b", "M9", "advanced"), Utterance("c", "M7")], answer)
    assert (score.top1, score.top3, score.sure, score.sure_top1, score.tier) == (1 / 3, 2 / 3, 2 / 3, 1 / 2, 1 / 2)
    assert round(score.ece, 6) == round((0.1 + 0.6 + 0.2) / 3, 6)
    assert score.confusions == (Confusion("M9", "M2", 1), Confusion("M7", "M3", 1))
    assert [each.text for each, _ in score.wrong] == ["b", "c"]


def test_without_tiers_and_sure_answers_nothing_is_made_up() -> None:
    score = scored([Utterance("c", "M3")], answer)
    assert (score.tier, score.sure_top1) == (None, None)
