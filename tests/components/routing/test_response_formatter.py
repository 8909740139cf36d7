"""A result is rendered as the type that is asked for first; what raises renders nothing and is not counted."""

import json

import pytest

from aurora.components.routing.response_formatter import JSON, Renderings


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("image/png", JSON),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("TEXT/PLAIN; charset=utf-8", "text/plain"),
        ("application/json, text/html", JSON),
    ],
)
def test_the_type_that_is_named_first_is_taken(accept: str, media: str) -> None:
    assert Renderings().wanted(accept) == media


def test_an_unknown_type_is_an_error_and_not_counted() -> None:
    renderings = Renderings()
    with pytest.raises(KeyError):
        renderings.render({}, "image/png")
    assert renderings.made == 0


def test_all_renderings_tell_the_same_and_html_is_escaped() -> None:
    renderings, facts = Renderings(), {"name": "<b>", "count": 3}
    assert json.loads(renderings.render(facts, JSON)) == facts
    assert renderings.render(facts, "text/plain") == "name: <b>\ncount: 3"
    assert renderings.render(facts, "text/html") == "<dl><dt>name</dt><dd>&lt;b&gt;</dd><dt>count</dt><dd>3</dd></dl>"
    assert renderings.made == 3
