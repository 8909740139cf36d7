import pytest

from aurora.engines.synthesis.grammar.folds import folds
from tests.engines.synthesis.grammar.table import applied, disagreements, never_computed

PRODUCT = "reduce(lambda total, number: total * number, {0})"


def test_a_fold_that_grows_without_bound_is_refused() -> None:
    with pytest.raises(OverflowError):
        applied(folds(), PRODUCT, [10**30] * 3)
    with pytest.raises(OverflowError):
        applied(folds(), "list(accumulate({0}, lambda total, number: total * number))", [10**30] * 3)


def test_an_empty_list_has_no_fold() -> None:
    with pytest.raises(TypeError):
        applied(folds(), PRODUCT, [])


def test_an_empty_list_has_an_empty_scan() -> None:
    assert applied(folds(), "list(accumulate({0}))", []) == []


def test_exact_values() -> None:
    assert applied(folds(), PRODUCT, [2, 3, 4]) == 24
    assert applied(folds(), "reduce(lambda total, number: total - number, {0})", [9, 3, 2]) == 4
    assert applied(folds(), "list(accumulate({0}))", [1, 2, 3]) == [1, 3, 6]
    assert applied(folds(), "list(accumulate({0}, lambda total, number: max(total, number)))", [2, 1, 3]) == [2, 2, 3]


def test_the_text_of_an_operator_means_what_it_computes() -> None:
    assert disagreements(folds()) == []


def test_every_operator_computes_something() -> None:
    assert never_computed(folds()) == []
