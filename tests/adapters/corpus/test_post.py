import pytest

from aurora.adapters.corpus.post import check_url, post
from aurora.model.errors import BadInputError
from aurora.model.record import to_plain
from tests.adapters.corpus.receiver import receiving
from tests.records import record


@pytest.mark.parametrize("url", ["", "nowhere", "file:///etc/passwd", "ftp://host/x", "http://", "//host"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadInputError, match="AURORA_POST_URL"):
        check_url(url)


@pytest.mark.parametrize("status", [301, 400, 401, 404, 500, 503])
def test_a_receiver_that_does_not_take_it_is_told(status: int) -> None:
    with receiving(status) as receiver:
        assert post(record("one"), receiver.url, "") == f"HTTP {status}"


def test_nobody_there_is_told() -> None:
    with receiving() as receiver:
        url = receiver.url
    assert "refused" in post(record("one"), url, "").lower()


def test_a_record_arrives_whole_with_its_key() -> None:
    with receiving(204) as receiver:
        assert post(record("one"), receiver.url, "secret") == ""
    ((headers, body),) = receiver.got
    assert body == to_plain(record("one")) | {
        name: list(value) for name, value in to_plain(record("one")).items() if isinstance(value, tuple)
    }
    assert headers["Authorization"] == "Bearer secret"
    assert headers["Idempotency-Key"] == record("one").id
