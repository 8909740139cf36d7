"""Experience moves proposals, and only their order."""

import math

import pytest

from aurora.contracts.fixer import FIXER, Broken
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.engines.repair.experience import experienced, leaning, shipped
from aurora.registry.discover import discover

REGISTRY = discover("aurora.modules.autonomy.repair", "aurora.modules.autonomy.fixers")
OPERATORS = REGISTRY.of(REPAIR_OPERATOR)
FIXERS = REGISTRY.of(FIXER)


def test_without_experience_every_part_is_the_same() -> None:
    assert leaning(OPERATORS, {}) == tuple(OPERATORS)
    assert experienced(FIXERS, {}) == tuple(FIXERS)


def test_a_bias_of_a_part_that_is_not_there_moves_nothing() -> None:
    assert leaning(OPERATORS, {"modules.nowhere": 1.0}) == tuple(OPERATORS)


@pytest.mark.parametrize("bias", [1.0, -1.0, 0.25])
def test_a_bias_multiplies_the_prior_of_its_operator_alone(bias: float) -> None:
    part = OPERATORS[0]
    moved = leaning(OPERATORS, {part.id: bias})
    assert moved[0].facts["prior"] == pytest.approx(float(str(part.facts["prior"])) * math.exp(bias))
    assert moved[1:] == tuple(OPERATORS[1:])


def test_a_distrusted_fixer_proposes_the_same_for_more_and_keeps_its_id() -> None:
    part = next(part for part in FIXERS if list(part.run(Broken("if x\n    y = 1\n"))))
    (moved,) = experienced((part,), {part.id: -1.0})
    before, after = list(part.run(Broken("if x\n    y = 1\n"))), list(moved.run(Broken("if x\n    y = 1\n")))
    assert moved.id == part.id
    assert [fix.text for fix in after] == [fix.text for fix in before]
    assert [fix.cost for fix in after] == [pytest.approx(fix.cost + 1.0) for fix in before]


def test_what_is_shipped_moves_operators_that_there_are_by_a_nat_at_most() -> None:
    names = {part.id for part in (*OPERATORS, *FIXERS)}
    bias = shipped()
    assert bias
    assert set(bias) <= names
    assert all(-1.0 <= nats <= 1.0 for nats in bias.values())
