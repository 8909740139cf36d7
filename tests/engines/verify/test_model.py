import json
from dataclasses import replace

import pytest

from aurora.engines.verify.evidence import Evidence
from aurora.engines.verify.model import NAMES, Model, Row, fit, fitted, least_confidence, read_model
from aurora.engines.verify.steps import Step

STRONG = Evidence(2.6, 4.0, 1.0, 2.0, 1.5, 4.0, 1.0, 1.0, 1.0, 0.8, 1.0, 1.0, 1.0, 1.0, 1.0, 0.8, 1.0, 1.0)
FLAT = Model(0.0, (0.0,) * len(NAMES))


def test_nothing_can_be_fitted_to_no_rows() -> None:
    with pytest.raises(ValueError, match="no row"):
        fit([])


def test_a_model_without_a_weight_for_each_figure_is_refused() -> None:
    plain = json.loads(FLAT.text())
    del plain["weights"]["agreement"]
    with pytest.raises(KeyError, match="agreement"):
        read_model(json.dumps(plain))


def test_without_evidence_nothing_is_answered() -> None:
    assert fitted().confidence(Evidence()) < fitted().answered_at


def test_answers_are_verified_only_on_more_than_they_are_given_on() -> None:
    assert 0.0 < fitted().answered_at < fitted().verified_at < 1.0


def test_a_task_of_examples_alone_is_answered_on_less() -> None:
    model = replace(FLAT, answered_at=0.5, unworded_at=0.2)
    examples = Evidence(examples=2.0)
    assert model.answers(examples, 0.3)
    assert not model.answers(replace(examples, told=1.0), 0.3)
    assert not model.answers(examples, 0.1)


def test_one_example_that_means_several_things_is_not_answered() -> None:
    lone = Evidence(examples=1.0, agreement=-0.5)
    assert not FLAT.answers(lone, 0.9)
    assert FLAT.answers(replace(lone, agreement=2.0), 0.9)
    assert FLAT.answers(replace(lone, told=1.0), 0.9)


def test_words_and_few_examples_have_a_limit_and_steps_of_their_own() -> None:
    model = replace(FLAT, scant_at=0.7, steps=(Step("margin", 0.5, -1.0, 1.0),))
    few, many = Evidence(examples=2.0, told=1.0, margin=1.0), Evidence(examples=3.0, told=1.0, margin=1.0)
    assert few.scant
    assert not any(one.scant for one in (many, replace(few, told=0.0), replace(few, guarded=0.5)))
    assert not model.answers(few, 0.6)
    assert model.answers(many, 0.6)
    assert model.confidence(few) > 0.7 > model.confidence(many) == 0.5 > model.confidence(replace(few, margin=0.0))


def test_steps_are_fitted_to_words_and_few_examples_only() -> None:
    rows = [Row(Evidence(told=1.0, examples=3.0, usual=number % 2), "s", bool(number % 2)) for number in range(20)]
    assert FLAT.stepped(rows).steps == ()
    few = [replace(row, evidence=replace(row.evidence, examples=2.0)) for row in rows]
    (step,) = FLAT.stepped(few).steps
    assert (step.figure, step.under < 0 < step.over) == ("usual", True)
    assert FLAT.stepped(few).stepped(few) == FLAT.stepped(few)


def test_postconditions_that_notice_every_change_outweigh_much() -> None:
    assert fitted().confidence(STRONG) >= fitted().verified_at
    doubted = replace(STRONG, agreement=-1.0, words=0.0, simple=0.5)
    assert fitted().confidence(doubted) > fitted().confidence(replace(doubted, guarded=0.0)) + 0.1


def test_a_model_is_read_as_it_was_written() -> None:
    model = Model(
        0.5, tuple(map(float, range(len(NAMES)))), {"a.b": -1.25}, (Step("margin", 0.5, -1.0, 0.25),), 0.6, 0.9
    )
    assert read_model(model.text()) == model


def test_a_fit_finds_the_figure_that_decides() -> None:
    rows = [Evidence(agreement=number % 2, words=number % 3 / 2) for number in range(60)]
    model = fit([Row(row, "s", bool(row.agreement)) for row in rows], strength=1.0)
    weights = dict(zip(NAMES, model.weights, strict=True))
    assert weights["agreement"] > 2
    assert abs(weights["words"]) < weights["agreement"] / 5
    assert model.confidence(Evidence(agreement=1.0)) > 0.8 > 0.2 > model.confidence(Evidence(agreement=0.0))


def test_a_strategy_that_is_right_more_often_has_the_better_record() -> None:
    rows = [Row(Evidence(), name, right) for name, right in (("good", True), ("bad", False)) * 10]
    model = fit(rows)
    assert model.records["good"] > 0 > model.records["bad"]
    assert model.confidence(Evidence(), "good") > model.confidence(Evidence(), "unknown")


def test_a_prior_stays_where_no_row_speaks() -> None:
    rows = [Row(Evidence(words=number % 2), "s", bool(number % 2)) for number in range(20)]
    model = fit(rows, prior={"guarded": 8.0})
    assert dict(zip(NAMES, model.weights, strict=True))["guarded"] == pytest.approx(8.0)


@pytest.mark.parametrize(
    ("found", "least", "threshold"),
    [
        ([], 1, 1.01),
        ([(0.9, False)], 1, 1.01),
        ([(0.9, True), (0.8, True), (0.7, False), (0.6, False)], 1, 0.8),
        ([(0.9, False), (0.8, True), (0.7, True), (0.6, True), (0.5, True)], 1, 0.5),
        ([(0.9, True)], 2, 1.01),
    ],
)
def test_the_least_confidence_of_which_enough_are_right(
    found: list[tuple[float, bool]], least: int, threshold: float
) -> None:
    assert least_confidence(found, 0.8, least=least) == threshold
