"""A running server is asked with its key; one that is not there, refuses or babbles is told of."""

import pytest

from aurora.adapters.process.api import Api, ServerError
from aurora.model.errors import BadInputError
from tests.entrypoints.cli.test_components import serving


@pytest.mark.parametrize("url", ["", "localhost:5000", "file:///etc/passwd", "ftp://host"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadInputError, match="no address"):
        Api(url)


def test_a_server_that_is_not_there_is_told_of() -> None:
    with serving({}) as (url, _asked):
        pass
    api = Api(url)
    assert not api.answers
    with pytest.raises(ServerError, match="no server answers"):
        api.get("/healthz")


def test_another_program_at_the_port_is_no_server() -> None:
    with serving({"GET /healthz": (200, {"status": "elsewhere"})}) as (url, _asked):
        assert not Api(url).answers


def test_what_it_refuses_is_told_in_its_words() -> None:
    answers = {"POST /a": (403, {"detail": "This needs admin.", "next": "Use another key."}), "POST /b": (500, [])}
    with serving(answers) as (url, asked):
        api = Api(f"{url}/", "secret")
        with pytest.raises(ServerError, match=r"This needs admin\. Use another key\."):
            api.post("/a")
        with pytest.raises(ServerError, match="status 500"):
            api.post("/b")
    assert asked == [("POST /a", "Bearer secret"), ("POST /b", "Bearer secret")]


def test_what_it_answers_is_given() -> None:
    with serving({"GET /healthz": (200, {"status": "ok"}), "POST /x": (200, {"a": 1})}) as (url, asked):
        api = Api(url)
        assert (api.answers, api.post("/x")) == (True, {"a": 1})
    assert {key for _, key in asked} == {None}
