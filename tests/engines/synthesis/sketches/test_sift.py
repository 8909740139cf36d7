"""Filters by one or two conditions."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.sift import bits, search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_truth_values_are_bits() -> None:
    assert bits([True, False, True]) == 5
    assert bits([]) == 0


def test_what_is_no_part_of_the_list_is_not_sifted(library: Library) -> None:
    given = problem("def f(xs: list[int]) -> list[int]", "assert f([1, 2]) == [9]", "assert f([3]) == [4]")
    assert [found for found in search(given, bench_for(library, 2.0)) if found and " if " in found.code] == []


def test_two_conditions_hold_together(library: Library) -> None:
    given = problem(
        "def f(xs: list[int]) -> list[int]",
        "assert f([4, 15, -2, 8, 30, -7]) == [4, 8, 30]",
        "assert f([1, 2, -4, 3]) == [2]",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([6, -6, 5, 12])") == [6, 12]


def test_one_key_of_records_is_kept_and_sorted(library: Library) -> None:
    given = problem(
        "def f(rows: list[dict]) -> list[str]",
        "assert f([{'name': 'Z', 'size': 7}, {'name': 'Amy', 'size': 9}, {'name': 'Bo', 'size': 2}]) == ['Amy', 'Z']",
        "assert f([{'name': 'Kit', 'size': 3}]) == []",
        "assert f([{'name': 'Abe', 'size': 4}, {'name': 'Cy', 'size': 5}]) == ['Cy']",
        prompt="The names of what has a size of at least 5, sorted.",
    )
    code = first(search(given, bench_for(library, 8.0))).code
    assert called(code, "f([{'name': 'Q', 'size': 5}, {'name': 'P', 'size': 6}, {'name': 'A', 'size': 1}])") == [
        "P",
        "Q",
    ]


def test_examples_too_long_to_be_counted_through_only_judge(library: Library) -> None:
    wanted = {n: [k for k in range(1, n) if k % 2 and not k % 3] for n in (4, 10, 16, 22, 5_000)}
    given = problem("def f(n: int) -> list[int]", *(f"assert f({n}) == {kept}" for n, kept in wanted.items()))
    assert called(first(search(given, bench_for(library, 5.0))).code, "f(28)") == [3, 9, 15, 21, 27]
