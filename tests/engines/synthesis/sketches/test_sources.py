"""What loops go over."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.sources import Source, sources
from tests.engines.synthesis.problems import bench_for, problem


def found(library: Library, signature: str, *asserts: str) -> dict[str, Source]:
    work = bench_for(library, 5.0).work(problem(signature, *asserts))
    list(work.space.fill(1))
    return {source.text: source for source in sources(work)}


def test_a_number_is_too_large_to_be_counted_up_to(library: Library) -> None:
    made = found(library, "def f(n: int) -> int", "assert f(10**12) == 1", "assert f(5) == 2")
    assert "range(n)" not in made
    assert "map(int, str(abs(n)))" in made


def test_two_lists_are_walked_together(library: Library) -> None:
    made = found(library, "def f(a: list[int], b: list[int]) -> int", "assert f([1, 2], [3, 4]) == 1")
    assert made["zip(a, b)"].rows == (((1, 3), (2, 4)),)
    assert made["zip(a, b)"].head == "left, right"


def test_an_element_is_named_after_its_list(library: Library) -> None:
    assert found(library, "def f(prices: list[int]) -> int", "assert f([1]) == 1")["prices"].names == ("price",)
