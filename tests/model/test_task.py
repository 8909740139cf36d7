"""Tasks and their conditions."""

from aurora.model.task import Condition


def test_a_condition_of_words_alone_cannot_be_checked() -> None:
    assert not Condition("the answer is beautiful").checkable


def test_an_expression_or_an_invariant_can_be_checked() -> None:
    assert Condition("low <= ret", expression="low <= ret").checkable
    assert Condition("commutative in a, b", invariant="commutative", over=("a", "b")).checkable
