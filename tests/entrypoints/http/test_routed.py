from pydantic_core import to_json

from aurora.entrypoints.http.routed import mode_number, routed, routed_request, told
from aurora.model.routing import Reading, Routing

READINGS = (Reading("M6", "Complexity Analysis", 0.9), Reading("M1", "Code Analysis", 0.1))
ROUTING = Routing(0.3, "foundation", READINGS, ("K1",), ("C1",), 0.9, ("because",))


def test_a_routing_is_told_whole_or_in_part() -> None:
    part, whole = routed(ROUTING), routed_request(ROUTING)
    assert part.model_dump() == {
        "targetTier": "foundation",
        "selectedCapabilities": ["K1"],
        "selectedComponents": ["C1"],
        "routingScore": 0.9,
        "reasons": ["because"],
    }
    assert (whole.executionMode, whole.modes[1].id, whole.sure, whole.question) == (6, "M1", True, "")


def test_what_is_no_mode_has_no_number() -> None:
    other = Routing(0.3, "x", (Reading("C1", "Core", 1.0),), (), (), 1.0, ())
    assert mode_number(other) is None


def test_the_plain_values_are_the_described_ones_to_the_byte() -> None:
    unsure = Routing(0.31, "x", READINGS, (), ("C1", "C2"), 0.2, (), 'Do you mean "é"?')
    for routing in (ROUTING, unsure):
        assert to_json(told(routing)) == routed_request(routing).model_dump_json().encode()
