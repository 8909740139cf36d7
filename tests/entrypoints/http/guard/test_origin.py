import pytest

from aurora.entrypoints.http.guard.origin import check_host, check_origin, is_address, is_loopback
from aurora.entrypoints.http.guard.refusal import Refusal


@pytest.mark.parametrize("host", ["", "a b", "http://localhost", "localhost:port", "localhost:123456", "-a", "[::1"])
def test_a_host_that_is_none_is_refused(host: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_host({b"host": host.encode()}, frozenset(), exposed=True)
    assert caught.value.status == 400


def test_a_trailing_dot_and_capitals_make_no_other_host() -> None:
    check_host({b"host": b"Aurora.Internal.:443"}, frozenset({"aurora.internal"}), exposed=False)
    check_host({b"host": b"localhost."}, frozenset(), exposed=False)


def test_the_origin_is_compared_whole() -> None:
    head = {b"host": b"localhost:5000"}
    check_origin({**head, b"origin": b"http://localhost:5000"}, "POST")
    for other in (b"http://localhost", b"http://localhost:50001", b"ftp://localhost:5000", b"null", b"localhost:5000"):
        with pytest.raises(Refusal):
            check_origin({**head, b"origin": other}, "GET")


def test_loopback_and_addresses_are_told_from_names() -> None:
    assert [is_loopback(host) for host in ("127.9.9.9", "::1", "[::1]", "localhost")] == [True] * 4
    assert [is_loopback(host) for host in ("0.0.0.0", "::", "10.0.0.1", "localhost.example", "")] == [False] * 5
    assert is_address("10.0.0.1")
    assert not is_address("testclient")
