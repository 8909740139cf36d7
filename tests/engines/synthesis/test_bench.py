import pytest

from aurora.engines.synthesis import enumerate as enumeration
from aurora.engines.synthesis.bank import leaf
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.goals import Hit
from aurora.engines.synthesis.library import Library
from aurora.model.errors import NotFoundError
from tests.engines.synthesis.problems import bench_for, called, first, problem

INCREMENT = problem("def f(a)", "assert f(1) == 2", "assert f(5) == 6")


@pytest.fixture
def bench(library: Library) -> Bench:
    return bench_for(library, 5.0)


@pytest.mark.parametrize(
    "code",
    [
        "def f(a):\n    return a * 2\n",
        "def f(a):\n    return 1 // 0\n",
        "def f(a):\n    while True:\n        pass\n",
        "def g(a):\n    return a + 1\n",
        "def f(a:\n",
        "raise ValueError\n",
        "",
    ],
)
def test_code_that_does_not_keep_the_examples_does_not_pass(bench: Bench, code: str) -> None:
    assert not bench.passes(INCREMENT, code)


def test_code_that_keeps_all_examples_passes(bench: Bench) -> None:
    assert bench.passes(INCREMENT, "def f(a):\n    return a + 1\n")


def test_examples_are_run_with_their_setup(bench: Bench) -> None:
    given = problem("def f(a)", "assert f(TWO) == 3", setup="TWO = 2")
    assert bench.passes(given, "def f(a):\n    return a + 1\n")
    assert not bench.passes(problem("def f(a)", "assert f(TWO) == 3"), "def f(a):\n    return a + 1\n")


def test_a_machine_that_is_not_there_is_an_error(bench: Bench) -> None:
    with pytest.raises(NotFoundError, match="nonsense"):
        bench.machine("nonsense")


def test_a_machine_is_found_by_its_name(bench: Bench) -> None:
    assert bench.machine("enumerate") is enumeration.search


def test_a_problem_has_one_shared_bank(bench: Bench) -> None:
    other = problem("def f(a)", "assert f(1) == 3")
    assert bench.work(INCREMENT) is bench.work(INCREMENT)
    assert bench.work(INCREMENT) is not bench.work(other)


def test_the_words_speak_for_components(bench: Bench) -> None:
    asked = problem("def f(line)", "assert f('a') == True", prompt="Is it a palindrome?")
    found = bench.relevance(asked)
    assert set(found) >= {part.id for part in bench.components()}
    assert all(0.0 <= score <= 1.0 for score in found.values())
    assert max(found, key=lambda name: found[name]) == "units.knowledge.strings.is_palindrome"


def test_programs_that_were_tried_are_counted(bench: Bench) -> None:
    assert bench.tried == 0
    for _ in bench.work(INCREMENT).space.fill(3):
        pass
    assert bench.tried > 0


def test_a_hit_is_harvested_once_and_only_when_it_passes(bench: Bench) -> None:
    work = bench.work(INCREMENT)
    work.goals.hits.append(Hit(leaf("a", [2, 6], 1, flags=1), 1))
    assert list(bench.harvest(INCREMENT, "s")) == []
    for _ in work.space.fill(4):
        pass
    found = list(bench.harvest(INCREMENT, "s"))
    assert [candidate.strategy for candidate in found] == ["s"] * len(found)
    assert all(called(candidate.code, "f(41)") == 42 for candidate in found[:1])
    assert found
    assert list(bench.harvest(INCREMENT, "s")) == []


def test_a_smaller_problem_is_solved_by_the_whole_portfolio(bench: Bench) -> None:
    inner = problem("def f(a)", "assert f('ab') == 'AB'", "assert f('x') == 'X'")
    found = list(bench.solve(inner, 0.5))
    assert called(found[-1].code if found[-1] else "", "f('qr')") == "QR"
    assert found[:-1] == [None] * (len(found) - 1)


def test_a_smaller_problem_without_any_time_has_no_answer(library: Library) -> None:
    assert list(bench_for(library, 0.0).solve(INCREMENT, 0.5)) == []


def test_the_first_candidate_of_two_searches_is_the_same(library: Library) -> None:
    given = problem("def f(a, b)", "assert f(2, 3) == 7", "assert f(5, 1) == 6")
    codes = {first(enumeration.search(given, bench_for(library, 5.0))).code for _ in range(2)}
    assert len(codes) == 1
