import pytest

from aurora.entrypoints.http.guard.head import check_path, cookie, is_forwarded, read_head, request_id
from aurora.entrypoints.http.guard.refusal import Refusal


@pytest.mark.parametrize("name", [b"host", b"content-length", b"authorization", b"x-api-key", b"origin"])
def test_a_header_that_must_be_alone_is_refused_twice(name: bytes) -> None:
    with pytest.raises(Refusal, match="more than once"):
        read_head([(name, b"1"), (name, b"1")])


def test_a_body_with_two_lengths_is_refused() -> None:
    with pytest.raises(Refusal, match="not both"):
        read_head([(b"content-length", b"1"), (b"transfer-encoding", b"chunked")])


def test_headers_that_may_repeat_are_joined() -> None:
    assert read_head([(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"x", b"1"), (b"x", b"2")]) == {
        b"cookie": b"a=1; b=2",
        b"x": b"1, 2",
    }


@pytest.mark.parametrize("path", ["/a/../b", "/..", "/./a", "/a\\b", "/a\0", "/a\r\nb", "/\x7f"])
def test_a_path_that_leads_up_or_is_not_plain_is_refused(path: str) -> None:
    with pytest.raises(Refusal):
        check_path({"path": path})


@pytest.mark.parametrize("raw", [b"/%252e%252e/a", b"/%255C", b"/%252F"])
def test_a_path_that_was_escaped_twice_is_refused(raw: bytes) -> None:
    with pytest.raises(Refusal):
        check_path({"path": "/a", "raw_path": raw})


@pytest.mark.parametrize("path", ["/", "/api/units/knowledge/text", "/a..b/.c", "/ä b"])
def test_a_plain_path_passes(path: str) -> None:
    check_path({"path": path, "raw_path": b"/a%20b%25"})


def test_an_id_that_came_twice_is_replaced() -> None:
    assert request_id([(b"x-request-id", b"a"), (b"x-request-id", b"a")]) not in ("a", "")
    assert request_id([(b"x-request-id", b"a")]) == "a"


def test_a_cookie_is_found_by_its_whole_name() -> None:
    head = {b"cookie": b"xaurora=1; aurora=2;aurora2=3; broken"}
    assert cookie(head, b"aurora") == "2"
    assert cookie(head, b"other") == cookie({}, b"aurora") == ""


def test_a_proxy_is_seen_by_what_it_adds() -> None:
    assert is_forwarded({b"x-forwarded-for": b"10.0.0.1"})
    assert not is_forwarded({b"host": b"localhost"})
