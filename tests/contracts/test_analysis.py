"""The laws of analysis modes: findings in order, at places that exist, the same every time."""

import itertools

from aurora.contracts.analysis import ANALYSIS, Findings
from aurora.model.finding import Finding, Sources
from aurora.registry.declare import Example

A1, A2 = Finding("a.py", 1, 1, "x", "x"), Finding("a.py", 2, 1, "x", "x")
TWO_LINES = {"a.py": "1\n2"}


def failures(answer: Findings, sources: Sources) -> list[str]:
    part = ANALYSIS.part(examples=[Example(sources, answer)])(lambda _sources: answer)
    return [failure.partition(": ")[2] for failure in part.failures()]


def test_findings_out_of_order_break_a_law() -> None:
    assert failures((A2, A1), TWO_LINES) == [
        "law 'findings in the order of places': findings are not in the order of places"
    ]


def test_a_finding_on_a_line_that_is_not_there_breaks_a_law() -> None:
    (failure,) = failures((A2,), {"a.py": "1"})
    assert failure.startswith("law 'every finding has a place'")


def test_a_mode_that_finds_something_else_the_second_time_breaks_a_law() -> None:
    answers = itertools.cycle([(A1,), ()])
    part = ANALYSIS.part(examples=[Example(TWO_LINES, (A1,))])(lambda _sources: next(answers))
    assert [failure.partition(": ")[2] for failure in part.failures()] == [
        "law 'same answer twice': a second look finds something else"
    ]


def test_findings_in_order_hold() -> None:
    assert failures((A1, A2), TWO_LINES) == []
