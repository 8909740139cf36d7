"""The session of the dashboard: its cookie, its token against forged requests, its end."""

import time
from collections.abc import Callable

import httpx
import pytest

from aurora.flows import keys
from aurora.model.key import Scope
from tests.entrypoints.http.guard.conftest import Site

Make = Callable[..., Site]


def opened(site: Site, scope: Scope = Scope.ADMIN) -> tuple[httpx.Response, str]:
    """A session of a new key, and the key's id."""
    issued = keys.create(site.tools, "dashboard", scope)
    return site.client.post("/api/session", json={"key": issued.secret}), issued.key.id


@pytest.mark.parametrize("body", [{}, {"key": ""}, {"key": 5}, {"key": "x" * 201}, {"key": "a", "more": 1}, [], None])
def test_a_body_that_holds_no_key_is_refused(site: Make, body: object) -> None:
    assert site(http_keys=1).client.post("/api/session", json=body).status_code == 422


def test_a_key_that_opens_nothing_opens_no_session(site: Make) -> None:
    answer = site(http_keys=1).client.post("/api/session", json={"key": "aur_00000000_" + "a" * 43})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_the_cookie_is_of_no_use_to_scripts_and_other_sites(site: Make) -> None:
    answer, _ = opened(site(http_keys=1))
    parts = answer.headers["set-cookie"].split("; ")
    assert parts[0].startswith("aurora_session=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(parts)
    assert "Secure" not in parts


def test_beyond_loopback_the_cookie_travels_on_https_only(site: Make) -> None:
    answer, _ = opened(site(host="0.0.0.0"))
    parts = answer.headers["set-cookie"].split("; ")
    assert parts[0].startswith("__Host-aurora_session=")
    assert "Secure" in parts


def test_a_change_with_the_cookie_needs_the_token_and_reading_does_not(site: Make) -> None:
    made = site(http_keys=1)
    answer, _ = opened(made)
    assert made.client.get("/things").status_code == 200
    for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "0" * 64}, {"X-CSRF-Token": b"\xff"}):
        refused = made.client.post("/things/a", headers=headers)
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:aurora:problem:csrf")
    token = made.client.get("/api/session").json()["csrf"]
    assert token == answer.json()["csrf"]
    assert made.client.post("/things/a", headers={"X-CSRF-Token": token}).status_code == 200
    assert made.client.delete("/api/session").status_code == 403


def test_the_token_of_another_session_is_none(site: Make) -> None:
    made = site(http_keys=1)
    first, _ = opened(made)
    made.client.cookies.clear()
    opened(made)
    assert made.client.post("/things/a", headers={"X-CSRF-Token": first.json()["csrf"]}).status_code == 403


def test_a_session_may_what_its_key_may(site: Make) -> None:
    made = site(http_keys=1)
    answer, _ = opened(made, Scope.READ)
    assert answer.json()["scope"] == "read"
    assert made.client.post("/restart", headers={"X-CSRF-Token": answer.json()["csrf"]}).status_code == 403


def test_a_session_ends_when_it_is_closed(site: Make) -> None:
    made = site(http_keys=1)
    answer, _ = opened(made)
    cookie = made.client.cookies["aurora_session"]
    assert made.client.delete("/api/session", headers={"X-CSRF-Token": answer.json()["csrf"]}).status_code == 204
    assert made.client.get("/things", headers={"Cookie": f"aurora_session={cookie}"}).status_code == 401


def test_a_session_ends_with_its_time(site: Make) -> None:
    made = site(http_keys=1, session_hours=0)
    opened(made)
    made.client.cookies.jar.clear()
    assert made.client.get("/things").status_code == 401


def test_a_session_ends_with_its_key(site: Make) -> None:
    made = site(http_keys=1)
    _, key = opened(made)
    assert made.client.get("/things").status_code == 200
    keys.revoke(made.tools, key)
    deadline = time.monotonic() + 120
    while made.client.get("/things").status_code != 401:
        assert time.monotonic() < deadline, "a revoked key still opens"
        time.sleep(0.1)


def test_two_cookies_of_the_name_are_none(site: Make) -> None:
    made = site(http_keys=1)
    opened(made)
    cookie = made.client.cookies["aurora_session"]
    made.client.cookies.clear()
    both = {"Cookie": f"aurora_session={cookie}; aurora_session=other"}
    assert made.client.get("/things", headers=both).status_code == 401


def test_on_loopback_everybody_is_local(site: Make) -> None:
    assert site().client.get("/api/session").json() == {"name": "local", "scope": "admin", "csrf": ""}
