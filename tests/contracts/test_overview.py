"""One report of all modes: what could not be measured is told, changes are told apart, pages stand alone."""

import json

import pytest

from aurora.adapters.report.overview import Overviews, figure
from aurora.contracts.mode import World
from aurora.contracts.overview import Surveyed, foreign, overview, plain
from aurora.contracts.prepared import PreparedLinter, PreparedObserver, prepared
from aurora.model.errors import BadInputError
from aurora.model.finding import Finding, Severity
from aurora.registry.discover import discover

HOSTILE = "<script>alert(1)</script>"


def world(*findings: Finding) -> World:
    linter = PreparedLinter(*findings)
    parts = discover("aurora.units.modes.analysis")
    return prepared(
        linter=linter, types=linter, imports=linter, observe=PreparedObserver(), modes=lambda: lambda: parts
    )()


def surveyed(text: str, made: str = "2026-01-01T00:00:00+00:00") -> Surveyed:
    return Surveyed(HOSTILE, made, {"a.py": text}, ("a.py",))


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", '{"made": "x", "figures": {"a": "b"}, "findings": []}'])
def test_an_earlier_report_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="no report"):
        overview(surveyed(""), [text], world())


def test_modes_that_cannot_measure_are_told_with_their_reason() -> None:
    made = overview(surveyed("x = 1\n"), (), world())
    reasons = {each.unit: each.why for each in made.unmeasured}
    assert reasons["M5"].startswith("There is no manifest:")
    assert "does not work yet" in reasons["M4"]
    assert {each.unit for each in made.sections} >= {"M1", "M2", "M6", "M11"}
    assert not reasons.keys() & {each.unit for each in made.sections}


def test_figures_are_those_of_the_outputs_and_counts_of_what_was_found() -> None:
    made = overview(surveyed("def f():\n    return gone\n"), (), world())
    assert (made.figures["files"], made.figures["lines"], made.figures["errors"]) == (1.0, 2.0, 1.0)
    score = next(each for each in made.sections if each.unit == "M11").figures["score"]
    assert made.figures["Quality Analysis: score"] == score


def test_what_is_new_and_gone_is_told_and_a_moved_finding_is_neither() -> None:
    first = overview(surveyed("def f():\n    return gone\n"), (), world())
    assert first.difference is None
    moved = overview(surveyed("\n\ndef f():\n    return gone\n"), [plain(first)], world())
    assert moved.difference is not None
    assert (moved.difference.new, moved.difference.gone) == ((), ())
    assert moved.difference.figures["lines"] == (2.0, 4.0)
    other = overview(surveyed("def f():\n    return lost\n"), [plain(first), plain(moved)], world())
    assert other.difference is not None
    assert {each.message for each in other.difference.new} == {"`lost` is not defined anywhere."}
    assert len(other.difference.gone) == 1
    assert other.trends["lines"] == (2.0, 4.0, 2.0)


def test_pages_stand_alone_and_hold_every_figure_and_no_markup_of_the_project() -> None:
    bad = Finding("a.py", 1, 1, "X", f"{HOSTILE} | `x`", Severity.WARNING)
    first = overview(surveyed("x = 1\n"), (), world())
    made = overview(surveyed("x = 1\ny = 2\n"), [plain(first)], world(bad))
    html, markdown = Overviews().html(made), Overviews().markdown(made)
    assert foreign(html) == ()
    assert "<script>" not in html
    assert "<script>" not in markdown.replace("\\<script\\>", "")
    assert all(name in html and figure(value) in html for name, value in made.figures.items())
    assert 'name="viewport"' in html
    assert len(html) < 300_000
    assert json.loads(plain(made))["figures"] == dict(made.figures)


@pytest.mark.parametrize(
    "html", ['<script src="x.js"></script>', '<a href="http://x">', '<img src="a.png">', '<p onclick="x()">']
)
def test_a_page_that_needs_more_is_told(html: str) -> None:
    assert foreign(html)


def test_what_could_not_be_read_is_a_section_of_its_own() -> None:
    unread = Finding("b.py", 1, 1, "unreadable", "The file is not UTF-8 (byte 3).", Severity.ERROR)
    given = Surveyed("p", "2026-01-01T00:00:00+00:00", {"a.py": "x = 1\n"}, ("a.py",), (unread,))
    made = overview(given, (), world())
    assert (made.sections[0].name, made.figures["errors"]) == ("Reading", 1.0)
