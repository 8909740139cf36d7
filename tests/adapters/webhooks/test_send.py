"""A message is posted, and what went wrong is said."""

import pytest

from aurora.adapters.webhooks.receive import Receiver
from aurora.adapters.webhooks.send import check_url, send
from aurora.model.errors import BadInputError


@pytest.mark.parametrize("url", ["", "host/path", "ftp://host/x", "file:///etc/passwd", "https:///path"])
def test_what_is_no_http_address_is_refused(url: str) -> None:
    with pytest.raises(BadInputError, match="no address"):
        check_url(url)


def test_a_receiver_that_is_not_there_is_told_of() -> None:
    receiver = Receiver()
    receiver.close()
    assert "refused" in send(receiver.url, b"{}", {}).lower()


def test_a_message_that_was_taken_is_no_trouble() -> None:
    receiver = Receiver()
    assert send(receiver.url, b"{}", {"Content-Type": "application/json"}) == ""
    receiver.close()
    assert receiver.taken[0][0] == b"{}"
