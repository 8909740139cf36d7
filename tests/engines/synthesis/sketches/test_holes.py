"""Expressions that fill holes."""

from aurora.engines.synthesis.bench import Work
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.holes import Captured, Holes
from tests.engines.synthesis.problems import bench_for, problem


def work(library: Library) -> Work:
    given = problem("def f(k: int) -> int", "assert f(3) == 5", "assert f(4) == 9")
    prepared = bench_for(library, 5.0).work(given)
    list(prepared.space.fill(2))
    return prepared


def test_a_hole_runs_on_its_own_variables_and_on_captured_ones(library: Library) -> None:
    given = work(library)
    captured = Captured.of(given)
    holes = Holes(given, {"total": [1, 5, 7], "item": [2, 2, 9]}, captured, [0, 1, 0])
    list(holes.fill(3))
    found = {hole.text: hole for hole in holes.costing(3, lambda kind: kind == "int")}
    assert found["total + item"].run(10, 4, *captured.at(0)) == 14
    assert found["total * k"].run(10, 4, *captured.at(0)) == 30
    assert found["total + item"].reads("item")
    assert not found["total * k"].reads("item")


def test_parameters_can_be_kept_out(library: Library) -> None:
    assert Captured.of(work(library), without=("k",)).entries == ()
