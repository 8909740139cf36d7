"""A message is posted, and what went wrong is said."""

import pytest

from aurora.adapters.webhooks.receive import Receiver
from aurora.adapters.webhooks.send import check_url, send
from aurora.model.errors import BadInputError
from tests.adapters.webhooks.answering import receiving


@pytest.mark.parametrize("url", ["", "host/path", "//host", "ftp://host/x", "file:///etc/passwd", "http://"])
def test_what_is_no_http_address_is_refused(url: str) -> None:
    with pytest.raises(BadInputError, match=r"A_SETTING.*no address"):
        check_url(url, "A_SETTING")


@pytest.mark.parametrize("status", [301, 400, 401, 404, 500, 503])
def test_a_receiver_that_does_not_take_it_is_told_of(status: int) -> None:
    with receiving(status) as receiver:
        assert send(receiver.url, b"{}", {}) == f"HTTP {status}"


def test_a_receiver_that_is_not_there_is_told_of() -> None:
    receiver = Receiver()
    receiver.close()
    assert "refused" in send(receiver.url, b"{}", {}).lower()


def test_a_message_that_was_taken_is_no_trouble() -> None:
    receiver = Receiver()
    assert send(receiver.url, b"{}", {"Content-Type": "application/json"}) == ""
    receiver.close()
    assert receiver.taken[0][0] == b"{}"
