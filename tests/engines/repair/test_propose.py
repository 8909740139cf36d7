from collections.abc import Iterator

from aurora.contracts.operator import REPAIR_OPERATOR, Replacement, Site, operator
from aurora.engines.repair.evidence import Evidence
from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.engines.repair.propose import parsed, propose
from aurora.engines.repair.state import Candidate, State
from aurora.registry.discover import discover

TEXTS = {"m.py": "def f(a):\n    b = a < 1\n    return b\n"}
PARTS = discover("aurora.modules.autonomy.repair").of(REPAIR_OPERATOR)
RAN = {("m.py", 2): 1}


def probe(failure: Failure, kind: str = "int") -> Probe:
    return Probe((Trace("t", failure, lines=RAN, values={("m.py", 2): [{"a": [kind, "3"]}]}),))


def proposed(failure: Failure, tier: int = 1) -> list[Candidate]:
    places = propose(State(TEXTS), probe(failure), PARTS, Evidence(), tier)
    return [candidate for place in places for candidate in place]


def test_texts_that_do_not_parse_have_no_proposals() -> None:
    assert list(propose(State({"m.py": "("}), Probe(), PARTS, Evidence())) == []
    assert [path for path, _ in parsed({"m.py": "(", "n.py": ""})] == ["n.py"]


def test_proposals_are_sorted_unique_and_change_something() -> None:
    found = proposed(Failure("fail"))
    texts = [candidate.texts()["m.py"] for candidate in found]
    for place in propose(State(TEXTS), probe(Failure("fail")), PARTS, Evidence()):
        costs = [candidate.cost for candidate in place]
        assert costs == sorted(costs)
    assert len(texts) == len(set(texts))
    assert TEXTS["m.py"] not in texts
    assert TEXTS["m.py"].replace("<", "<=") in texts[:6]


def test_suspected_lines_come_before_others() -> None:
    assert proposed(Failure("fail"))[0].fault.line == 2


def test_operators_of_another_tier_are_not_asked() -> None:
    first = {candidate.operator for candidate in proposed(Failure("fail"))}
    second = proposed(Failure("fail"), tier=2)
    assert second
    assert not first & {candidate.operator for candidate in second}


def test_an_operator_sees_types_and_what_was_raised() -> None:
    seen: list[Site] = []

    @operator(examples=[], prior=0.5)
    def spy(site: Site) -> Iterator[Replacement]:
        seen.append(site)
        yield from ()

    failure = Failure("error", "TypeError", "no", (("m.py", 2, "f"),))
    assert not any(propose(State(TEXTS), probe(failure, "str"), [spy], Evidence(literals=("7",))))
    site = next(site for site in seen if site.text == "b = a < 1")
    assert dict(site.types) == {"a": "str"}
    assert site.raised is not None
    assert site.raised.type == "TypeError"
    assert site.names == ("a", "b", "f")
    assert site.literals == ("7",)


def test_places_are_asked_one_by_one() -> None:
    seen: list[str] = []

    @operator(examples=[], prior=0.5)
    def spy(site: Site) -> Iterator[Replacement]:
        seen.append(site.text)
        yield from ()

    places = propose(State(TEXTS), probe(Failure("fail")), [spy], Evidence())
    next(places)
    first = list(seen)
    assert "b = a < 1" in first
    next(places)
    assert len(seen) > len(first)
