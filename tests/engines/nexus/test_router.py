"""Routing with the model that is shipped."""

import pytest

from aurora.engines.nexus.router import Router, needs, shipped
from aurora.registry.catalogue import catalogue

ROUTER = Router(shipped())


@pytest.mark.parametrize(
    ("text", "code", "unit"),
    [
        ("find the file descriptors that leak", "", "M14"),
        ("rename this class in every file", "", "M47"),
        ("could an attacker inject sql here", "", "M2"),
        ("write a function that reverses a string", "", "M16"),
    ],
)
def test_plain_requests_reach_their_mode(text: str, code: str, unit: str) -> None:
    routing = ROUTER.route(text, code)
    assert routing.mode.unit == unit
    assert routing.sure
    assert routing.reasons


def test_words_that_say_nothing_ask_back_with_the_two_best_readings() -> None:
    routing = ROUTER.route("hmm zzzz qqqq")
    assert not routing.sure
    assert all(mode.name in routing.question for mode in routing.modes[:2])


def test_the_knowledge_of_the_words_comes_first_and_gives_the_tier() -> None:
    routing = ROUTER.route("write a function that tells whether a word is a palindrome, or an anagram")
    assert routing.capabilities[0] == "K5"
    assert routing.tier == "foundation"
    assert ROUTER.route("implement dijkstra's shortest path").tier == "advanced"


def test_a_phrase_routes_at_once() -> None:
    assert ROUTER.route("paint the bike shed").mode.unit != "M11"
    told = Router(shipped(), [("paint the bike shed", "M11")]).route("please paint the bike shed")
    assert told.mode.unit == "M11"


def test_a_unit_that_is_not_in_the_catalogue_can_be_routed_by_its_phrases() -> None:
    routing = Router(shipped(), [("paint the bike shed", "M99")]).route("paint the bike shed")
    assert routing.mode.unit == "M99"
    assert routing.reasons == ("a phrase of M99 is like it",)


def test_code_makes_a_request_more_complex() -> None:
    plain = ROUTER.route("optimise this").complexity
    assert plain < ROUTER.route("optimise this", "def f(x):\n" + "    if x: x += 1\n" * 20).complexity <= 1


def test_every_mode_has_needs_that_exist() -> None:
    known = {unit.id for unit in catalogue()}
    assert set(needs()) == {unit.id for unit in catalogue() if unit.kind == "mode"}
    for need in needs().values():
        assert need.packs
        assert need.components
        assert {*need.packs, *need.components} <= known
        assert 0 < need.effort < 1
