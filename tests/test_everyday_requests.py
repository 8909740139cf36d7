"""The page of everyday requests says what Aurora answers today."""

import pytest
from docs import everyday


def test_every_request_has_its_section() -> None:
    titles = {request.title for request in everyday.REQUESTS}
    assert set(everyday.written(everyday.PAGE.read_text("utf-8"))) == titles
    assert len(titles) == 10


def test_requests_that_should_not_be_answered_are_among_them() -> None:
    transcripts = everyday.written(everyday.PAGE.read_text("utf-8")).values()
    assert {"verified", "consistent", "abstained", "Contradictory"} <= {each.verdict for each in transcripts}
    assert any("One more --example decides" in each.notes for each in transcripts)
    assert all(">>> " in each.code for each in transcripts if each.code)


def test_a_page_that_is_wrong_is_noticed() -> None:
    request = everyday.REQUESTS[-1]
    page = everyday.section(request, everyday.made(request))
    assert request.title not in everyday.differences(page, [request])
    assert everyday.differences(page.replace("Contradictory", "verified"), [request]) == [request.title]
    assert everyday.differences("", [request]) == [request.title]


@pytest.mark.parametrize("request_", everyday.REQUESTS, ids=lambda request: request.title)
def test_the_page_is_current(request_: everyday.Request) -> None:
    assert everyday.differences(everyday.PAGE.read_text("utf-8"), [request_]) == []
