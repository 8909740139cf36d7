from aurora.entrypoints.http.routed import mode_number, routed, routed_request
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
