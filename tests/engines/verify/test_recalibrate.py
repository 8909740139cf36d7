"""What later examples showed sets the confidence right, and little evidence changes little."""

import json
from dataclasses import asdict, replace

from aurora.engines.verify.evidence import Evidence
from aurora.engines.verify.model import NAMES, fitted, read_model
from aurora.engines.verify.recalibrate import Outcome, evidence_of, held, overclaims, recalibrated

STRONG = Evidence(2.6, 4.0, 1.0, 2.0, 1.5, 4.0, 1.0, 1.0, 1.0, 0.8, 1.0, 1.0, 1.0, 1.0, 1.0, 0.8, 1.0, 1.0)
RIGHT, WRONG = Outcome(STRONG, "s", right=True), Outcome(STRONG, "s", right=False)


def test_answers_that_were_wrong_lower_the_confidence_and_right_ones_do_not() -> None:
    before = fitted().confidence(STRONG, "s")
    lower = recalibrated(fitted(), [WRONG] * 30 + [RIGHT] * 10)
    assert lower.confidence(STRONG, "s") < before
    assert held(lower, WRONG) > held(fitted(), WRONG)
    assert overclaims(fitted(), WRONG)
    assert not overclaims(lower, WRONG)
    assert not overclaims(fitted(), RIGHT)
    assert recalibrated(fitted(), [RIGHT] * 40).confidence(STRONG, "s") >= before


def test_no_outcome_changes_nothing_and_the_order_of_answers_stays() -> None:
    assert recalibrated(fitted(), []).confidence(STRONG) == fitted().confidence(STRONG)
    weak = replace(STRONG, agreement=-4.0, guarded=0.0)
    model = recalibrated(fitted(), [WRONG] * 200)
    assert model.confidence(weak) < model.confidence(STRONG)


def test_a_scaled_model_scales_the_log_odds_of_everything_and_is_read_as_it_was_written() -> None:
    scaled = fitted().scaled(0.5, 1.0)
    scant = Evidence(examples=1.0, told=1.0)
    strategy = next(iter(fitted().records))
    for evidence in (STRONG, scant):
        assert abs(scaled.odds(evidence, strategy) - (fitted().odds(evidence, strategy) / 2 + 1)) < 1e-9
    assert read_model(scaled.text()).verified_at == fitted().verified_at


def test_evidence_is_read_back_only_when_it_has_the_figures_of_now() -> None:
    kept = json.loads(json.dumps(asdict(STRONG)))
    assert evidence_of(kept) == STRONG
    assert evidence_of({}) is None
    assert evidence_of({**kept, "gone": 1.0}) is None
    assert evidence_of(dict.fromkeys(NAMES[1:], 0.0)) is None


def test_a_few_wrong_answers_among_many_right_ones_bring_the_confidence_near_their_share() -> None:
    after = recalibrated(fitted(), [WRONG] * 5 + [RIGHT] * 25)
    assert 0.8 < after.confidence(STRONG, "s") < 0.9
