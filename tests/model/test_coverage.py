"""Shares of coverage, and a score only when something was judged."""

from aurora.model.coverage import Coverage, Fate, FileCoverage, Mutant


def mutant(fate: Fate) -> Mutant:
    return Mutant("a.py", 1, 1, "x", fate)


def test_nothing_to_reach_is_reached() -> None:
    assert (Coverage().lines, Coverage().branches, Coverage().score) == (1.0, 1.0, None)


def test_shares_are_over_all_files() -> None:
    files = (FileCoverage("a.py", 3, (1,), 4, ((1, 2),)), FileCoverage("b.py", 1, (), 0, ()))
    assert (Coverage(files).lines, Coverage(files).branches) == (0.75, 0.75)


def test_untried_mutants_do_not_count_and_unreached_ones_do() -> None:
    fates = (Fate.KILLED, Fate.TIMEOUT, Fate.SURVIVED, Fate.UNREACHED, Fate.UNTRIED)
    assert Coverage(mutants=tuple(map(mutant, fates))).score == 0.5
    assert Coverage(mutants=(mutant(Fate.UNTRIED),)).score is None


def test_where_nothing_could_be_measured_there_is_no_figure() -> None:
    broken = Coverage(trouble="There are no tests.")
    assert (broken.lines, broken.branches, broken.score) == (None, None, None)


def test_a_budget_that_was_spent_before_the_first_mutant_is_no_score_of_zero() -> None:
    assert Coverage(mutants=(mutant(Fate.UNTRIED), mutant(Fate.UNREACHED))).score is None
    assert Coverage(mutants=(mutant(Fate.UNREACHED),)).score == 0.0
