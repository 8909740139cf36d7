"""The guest's side of profiling: a call's own names are imported, nothing else."""

from aurora.engines.analysis.hot import profile


def test_a_call_of_the_standard_library_is_profiled_and_grows() -> None:
    told = profile({"call": "statistics.mean(list(range(1, n + 1)))", "asked": [], "tests": []})
    assert isinstance(told, dict)
    assert told["broken"] == ""
    sizes = told["sizes"]
    assert isinstance(sizes, list)
    assert len(sizes) > 3
    assert told["functions"] == told["lines"] == []
