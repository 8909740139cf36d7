"""What is learned again is what was taught step by step, and evidence that helps is told from evidence that harms."""

import pytest

from aurora.engines.learning.bias import Outcome, Rates, taught
from aurora.engines.learning.replay import held_out, replayed
from aurora.engines.learning.trust import TRUST
from aurora.model.lesson import Learned

RATES = Rates()


def outcome(number: int, part: str, reward: float = 1.0, subject: str = "int->int") -> Outcome:
    return Outcome(subject, (part,), reward, f"e{number}", "verified", f"2026-01-01T00:00:{number:02d}")


def test_nothing_teaches_nothing() -> None:
    assert replayed([], RATES) == ()


def test_learning_again_gives_what_was_learned_step_by_step_in_the_order_of_moments() -> None:
    outcomes = [outcome(1, "a"), outcome(2, "b"), outcome(3, "a", -1.0)]
    known: dict[str, Learned] = {}
    for each in outcomes:
        known |= {value.part: value for value in taught(known.values(), each, RATES)[0]}
    assert replayed(reversed(outcomes), RATES) == (known["a"], known["b"])


def test_a_bias_towards_what_is_verified_foretells_it_and_a_wrong_one_does_not() -> None:
    judges = [outcome(number, "a") for number in range(20)]
    wrong = [outcome(number + 20, "b") for number in range(20)]
    before, after = held_out([*judges[:4], *wrong], judges, judges, RATES, trust=False)
    assert after == 1.0
    assert before < after


def test_without_any_evidence_all_parts_share_the_middle_rank() -> None:
    judges = [outcome(number, "abc"[number % 3]) for number in range(6)]
    before, _ = held_out(judges[:0], judges, judges, RATES, trust=False)
    assert before == pytest.approx(1 / 2)


def test_a_trust_that_holds_scores_more() -> None:
    judges = [outcome(number, "a", subject=TRUST) for number in range(20)]
    before, after = held_out([], judges, judges, RATES, trust=True)
    assert before == pytest.approx(0.75)
    assert after > 0.95
