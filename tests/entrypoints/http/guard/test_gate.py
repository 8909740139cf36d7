"""Who may come in: keys, scopes, origins, hosts, paths and bodies."""

from collections.abc import Callable

import pytest

from aurora.flows import keys
from aurora.model.key import Scope
from tests.entrypoints.http.guard.conftest import Site

Make = Callable[..., Site]
ROUTES = [
    ("GET", "/things", Scope.READ),
    ("POST", "/runs", Scope.RUN),
    ("POST", "/things/a", Scope.CHANGE),
    ("POST", "/restart", Scope.ADMIN),
    ("POST", "/nowhere", Scope.ADMIN),
    ("GET", "/nowhere", Scope.READ),
]


def bearer(site: Site, scope: Scope, **wishes: float) -> dict[str, str]:
    return {"Authorization": f"Bearer {keys.create(site.tools, 'test', scope, **wishes).secret}"}


@pytest.mark.parametrize("scope", [Scope.READ, Scope.RUN, Scope.CHANGE, Scope.ADMIN])
def test_a_key_opens_what_its_scope_allows_and_nothing_else(site: Make, scope: Scope) -> None:
    made = site(host="0.0.0.0")
    headers = bearer(made, scope)
    for method, path, needed in ROUTES:
        answer = made.client.request(method, path, headers=headers, json={} if method == "POST" else None)
        if scope.allows(needed):
            assert answer.status_code == (404 if path == "/nowhere" else 200)
        else:
            assert answer.status_code == 403
            assert answer.headers["content-type"] == "application/problem+json"
            assert str(needed) in answer.json()["detail"]


def test_beyond_loopback_nothing_is_answered_without_a_key(site: Make) -> None:
    client = site(host="0.0.0.0").client
    for method, path, needed in ROUTES:
        answer = client.request(method, path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="aurora"'
        assert str(needed) in answer.json()["detail"]


def test_what_is_public_needs_no_key(site: Make) -> None:
    assert site(host="0.0.0.0").client.get("/healthz").status_code == 200


def test_on_loopback_no_key_is_needed_unless_it_is_asked_for(site: Make) -> None:
    assert site().client.get("/things").json()["who"] == "local"
    assert site(http_keys=1).client.get("/things").status_code == 401


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_who_comes_through_a_proxy_is_not_local(site: Make, name: str) -> None:
    assert site().client.get("/things", headers={name: "10.0.0.9"}).status_code == 401


def test_who_comes_from_another_machine_is_not_local(site: Make) -> None:
    assert site(client="10.0.0.9").client.get("/things").status_code == 401


@pytest.mark.parametrize(
    "value",
    ["Bearer", "Bearer ", "Basic YTpi", "Bearer aur_00000000_" + "a" * 43, "Bearer \xff", "Bearer aur_1", "x" * 5000],
)
def test_a_secret_that_opens_nothing_is_refused_even_where_none_is_needed(site: Make, value: str) -> None:
    answer = site().client.get("/things", headers={"Authorization": value.encode("latin-1")})
    assert answer.status_code == (200 if value.strip() == "Bearer" else 401)


def test_a_key_may_come_in_its_own_header_and_never_in_the_url(site: Make) -> None:
    made = site(host="0.0.0.0")
    secret = keys.create(made.tools, "test", Scope.READ).secret
    assert made.client.get("/things", headers={"X-API-Key": secret}).status_code == 200
    assert made.client.get(f"/things?key={secret}").status_code == 401
    assert made.client.get(f"/things?api_key={secret}&token={secret}").status_code == 401


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[::2]:5000", "a@localhost"],
)
def test_a_name_that_was_rebound_to_this_machine_is_refused(site: Make, host: str) -> None:
    assert site().client.get("/things", headers={"Host": host}).status_code in (400, 421)


@pytest.mark.parametrize("host", ["localhost:5000", "127.0.0.1", "[::1]:80", "LOCALHOST", "aurora.internal:443"])
def test_this_machine_and_the_names_it_was_given_are_answered(site: Make, host: str) -> None:
    made = site(http_names=frozenset({"aurora.internal"}))
    assert made.client.get("/things", headers={"Host": host}).status_code == 200


def test_beyond_loopback_an_address_will_do_and_another_name_will_not(site: Make) -> None:
    made = site(host="0.0.0.0")
    assert made.client.get("/healthz", headers={"Host": "10.1.2.3:5000"}).status_code == 200
    assert made.client.get("/healthz", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:3000"},
     {"Origin": "http://localhost:5000"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
     {"Origin": "file://127.0.0.1:5000"}, {"Origin": ""}],
)  # fmt: skip
def test_a_page_of_another_origin_cannot_drive_a_keyless_server(
    site: Make, method: str, headers: dict[str, str]
) -> None:
    answer = site().client.request(method, "/things", headers=headers)
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_the_own_page_and_a_link_to_it_are_answered(site: Make) -> None:
    client = site().client
    assert client.post("/runs", json={}, headers={"Origin": "http://127.0.0.1:5000"}).status_code == 200
    assert client.get("/things", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/page", headers=link).status_code == 200
    assert client.post("/runs", json={}, headers=link).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd",
        "/things/..%2f..%2fetc",
        "/%2e%2e/x",
        "/things/%2e",
        "/a%5c..%5cb",
        "/things/%00",
        "/%252e%252e/",
        "/things/%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_a_path_that_leads_out_is_refused(site: Make, path: str) -> None:
    made = site()
    answer = made.client.get(f"http://127.0.0.1:5000{path}")
    assert answer.status_code in (400, 404)
    assert "set-cookie" not in answer.headers
    assert "root:" not in answer.text


def test_a_body_that_is_too_long_is_refused_with_and_without_its_length(site: Make) -> None:
    client = site(http_body_kb=1).client
    assert client.post("/runs", content=b'{"a": "' + b"x" * 1024 + b'"}').status_code == 413

    def pieces() -> list[bytes]:
        return [b'{"a": "', *[b"x" * 100] * 11, b'"}']

    answer = client.post("/runs", content=iter(pieces()), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["type"] == "urn:aurora:problem:body"
    assert client.post("/runs", content=iter([b"{", b"}"]), headers={"content-type": "application/json"}).is_success


def test_a_length_that_is_no_number_is_refused(site: Make) -> None:
    assert site().client.post("/runs", content=b"{}", headers={"content-length": "-5"}).status_code == 400
