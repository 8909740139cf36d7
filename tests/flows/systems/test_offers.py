from pathlib import Path

import pytest

from aurora.flows.systems.offers import Offers, shown
from aurora.model.errors import BadInputError, NotFoundError
from tests.flows.systems.world import MADE


@pytest.fixture
def offers(tmp_path: Path) -> Offers:
    return Offers(tmp_path / "state")


def test_what_is_not_there_is_not_found(offers: Offers) -> None:
    assert offers.all() == []
    for id_ in ("nope", "../kept", ""):
        with pytest.raises(NotFoundError):
            offers.apply(id_)


def test_an_offer_is_applied_once_byte_for_byte(offers: Offers, project: Path) -> None:
    offer = offers.make("improver", {**MADE, "root": str(project)})
    assert offers.make("hub", {**MADE, "root": str(project)}) == offer
    assert "before" not in shown(offer)
    assert offers.apply(offer["id"])["state"] == "applied"
    assert (project / "a.py").read_bytes() == b"b\n"
    with pytest.raises(BadInputError, match="was applied before"):
        offers.apply(offer["id"])


def test_a_file_that_was_edited_since_is_left_alone(offers: Offers, project: Path) -> None:
    offer = offers.make("improver", {**MADE, "root": str(project)})
    (project / "a.py").write_text("mine\n", "utf-8")
    with pytest.raises(BadInputError):
        offers.apply(offer["id"])
    assert (project / "a.py").read_text("utf-8") == "mine\n"
    assert offers.one(offer["id"])["state"] == "open"


def test_what_was_dismissed_cannot_be_applied(offers: Offers, project: Path) -> None:
    offer = offers.make("improver", {**MADE, "root": str(project)})
    assert offers.dismiss(offer["id"])["state"] == "dismissed"
    with pytest.raises(BadInputError, match="was dismissed before"):
        offers.apply(offer["id"])
    assert [each["state"] for each in offers.all()] == ["dismissed"]
