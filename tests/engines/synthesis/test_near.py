from aurora.engines.synthesis.bank import Bank, leaf
from aurora.engines.synthesis.library import load
from aurora.engines.synthesis.near import near, only_miss
from aurora.engines.synthesis.portfolio import run
from aurora.engines.synthesis.problem import read
from aurora.model.task import SynthesisTask
from tests.engines.synthesis.problems import bench_for


def test_the_only_place_where_vectors_differ() -> None:
    assert only_miss([1, 2, 3], [1, 2, 3]) is None
    assert only_miss([1, 9, 3], [1, 2, 3]) == 1
    assert only_miss([1, 9, 9], [1, 2, 3]) is None
    assert only_miss([1, 2.0, 3], [1, 2, 3]) == 1


def searched(*asserts: str) -> list[str]:
    problem = read(SynthesisTask("", "f", "def f(xs)", asserts=asserts))
    bench = bench_for(load(("aurora.modules.autonomy.synthesis",)), 4.0)
    assert any(list(run(problem, bench)))
    return [candidate.code for candidate in near(problem, bench)]


def test_two_examples_are_too_few_to_leave_one_out() -> None:
    assert searched("assert f([1]) == 1", "assert f([2, 5]) == 5") == []


def test_without_the_last_example_another_program_would_have_been_found() -> None:
    codes = searched("assert f([1, 2]) == 2", "assert f([3, 4, 8]) == 8", "assert f([9, 5]) == 5")
    assert "def f(xs):\n    return max(xs)\n" in codes


def test_a_program_that_only_a_search_over_fewer_operators_has_made_is_seen() -> None:
    asserts = ("assert f([1, 2]) == 7", "assert f([3, 4, 8]) == 9", "assert f([9, 5]) == 4")
    problem = read(SynthesisTask("", "f", "def f(xs)", asserts=asserts))
    bench, other = bench_for(load(()), 4.0), Bank()
    assert near(problem, bench) == []
    other.add(leaf("found", [7, 9, 5], 1, flags=1))
    bench.work(problem).others.append(other)
    assert [candidate.code for candidate in near(problem, bench)] == ["def f(xs):\n    return found\n"]
