from aurora.contracts.testing import Coverage, Written


def test_where_no_mutant_was_tried_nothing_was_noticed() -> None:
    assert Written().score == 0.0
    assert Written(killed=3, mutants=4).score == 0.75


def test_what_has_no_lines_is_reached() -> None:
    assert Coverage(0, 0, {}, True).share == 1.0
    assert Coverage(1, 4, {}, True).share == 0.25
