from aurora.engines.synthesis.compose import Narrow, chosen, everyday, search
from aurora.engines.synthesis.library import Library
from tests.engines.synthesis.problems import bench_for, called, first, problem

ASKED = problem(
    "def f(n)",
    "assert f(5) == 3",
    "assert f(10) == 27",
    "assert f(4) == 6",
    prompt="The sum of the digits of the factorial of a number.",
)


def test_without_examples_nothing_is_searched(library: Library) -> None:
    assert list(search(problem("def f(a)", prompt="Twice a number."), bench_for(library, 1.0))) == []


def test_without_words_the_everyday_operations_are_taken(library: Library) -> None:
    asked = problem("def f(a)", "assert f([1, 2]) == [2]")
    templates = {operator.template for operator in everyday(bench_for(library, 1.0).work(asked))}
    assert {"sum({0})", "max({0})", "{0:12}[1:]", "{0:8} + {1:9}"} <= templates
    assert not any("str(" in template or "Counter" in template for template in templates)


def test_only_what_the_words_name_and_plain_steps_are_taken(library: Library) -> None:
    bench = bench_for(library, 5.0)
    work = bench.work(ASKED)
    templates = {operator.template for operator in chosen(ASKED, work, 20)}
    assert "math.factorial({0})" in templates
    assert "len({0})" in templates
    assert "{0:12}.swapcase()" not in templates
    assert len(templates) < len(work.space.operators) / 5


def test_a_narrow_workbench_has_operators_of_its_own_and_the_same_clock(library: Library) -> None:
    whole = bench_for(library, 5.0)
    narrow = Narrow(whole)
    assert len(narrow.work(ASKED).space.operators) < len(whole.work(ASKED).space.operators)
    assert abs(narrow.deadline - whole.deadline) < 1.0


def test_a_composition_of_what_the_words_name_is_found(library: Library) -> None:
    bench = bench_for(library, 10.0)
    found = first(search(ASKED, bench))
    assert called(found.code, "f(6)") == 9
    assert bench.work(ASKED).best <= found.cost
