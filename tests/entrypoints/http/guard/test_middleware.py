"""What every answer has: headers, ids, problems; what goes wrong inside stays inside."""

import logging
import re
from collections.abc import Callable

import pytest

from tests.entrypoints.http.guard.conftest import Site

Make = Callable[..., Site]


@pytest.mark.parametrize("path", ["/things", "/nowhere", "/broken", "/page"])
def test_every_answer_has_the_headers_that_browsers_obey(site: Make, path: str) -> None:
    for origin in ({}, {"Origin": "https://evil.example"}):
        headers = site().client.get(path, headers=origin).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers


def test_a_page_may_load_its_own_scripts_and_an_answer_of_the_api_nothing(site: Make) -> None:
    client = site().client
    assert "script-src 'self'" in client.get("/page").headers["content-security-policy"]
    assert client.get("/things").headers["content-security-policy"].startswith("default-src 'none'")


def test_a_sane_request_id_is_kept_and_any_other_replaced(site: Make) -> None:
    client = site().client
    assert client.get("/things", headers={"X-Request-Id": "build-7.3_a"}).headers["x-request-id"] == "build-7.3_a"
    for bad in (b"", b"a" * 65, b"a b", b"<script>", b"a;b", b"\xc3\xa4"):
        answer = client.get("/things", headers={"X-Request-Id": bad})
        assert re.fullmatch("[0-9a-f]{16}", answer.headers["x-request-id"])
        assert answer.json()["request"] == answer.headers["x-request-id"]


def test_a_refusal_is_a_problem_that_names_the_request(site: Make) -> None:
    answer = site(http_keys=1).client.get("/things", headers={"X-Request-Id": "one"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "urn:aurora:problem:key",
        "title": "Unauthorized",
        "status": 401,
        "detail": "This needs a key with the scope read: `Authorization: Bearer SECRET`.",
        "instance": "/things",
        "request_id": "one",
    }


def test_an_error_inside_is_told_without_what_it_says(site: Make, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "aurora.http"):
        answer = site().client.get("/broken")
    assert answer.status_code == 500
    assert "hunter2" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_each_request_is_one_line_of_the_log_without_its_query(site: Make, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "aurora.http.access"):
        site().client.get("/things?token=secret")
    (line,) = [record.getMessage() for record in caplog.records if record.name == "aurora.http.access"]
    assert re.fullmatch(r"GET /things 200 \d+\.\d ms local 127\.0\.0\.1", line)


def test_a_rate_is_kept_for_each_route_and_says_when_to_come_back(site: Make) -> None:
    client = site().client
    assert [client.get("/seldom").status_code for _ in range(3)] == [200, 200, 429]
    refused = client.get("/seldom")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.json()["type"] == "urn:aurora:problem:rate"
    assert client.get("/things").status_code == 200


def test_the_usual_rate_is_a_setting(site: Make) -> None:
    client = site(http_rate="1/minute").client
    assert [client.get("/things").status_code for _ in range(2)] == [200, 429]


def test_a_request_that_takes_too_long_to_answer_is_given_up(site: Make) -> None:
    answer = site(http_timeout=0.1).client.post("/runs", json={"seconds": 60})
    assert answer.status_code == 504
    assert answer.json()["type"] == "urn:aurora:problem:timeout"


def test_a_stream_is_passed_on_whole(site: Make) -> None:
    assert len(site().client.get("/stream?pieces=20").content) == 20 * 65536
