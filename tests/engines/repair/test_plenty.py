from aurora.contracts.operator import Replacement
from aurora.engines.repair.plenty import Plenty
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Edit, Fault

TEXTS = {"m.py": "def f(x):\n    return x\n"}


def candidate(operator: str, line: int = 2, steps: tuple[str, ...] = ()) -> Candidate:
    replacement = Replacement((Edit("", 14, 22, "return 1"),))
    return Candidate(State(TEXTS, steps), "m.py", replacement, operator, 1.0, Fault("m.py", line, 1.0, ""))


def known(*proposals: Candidate) -> Plenty:
    plenty = Plenty()
    plenty.note(proposals[:2])
    plenty.note(proposals[2:])
    return plenty


def test_a_proposal_of_an_operator_that_proposed_much_is_dearer_than_a_lone_one() -> None:
    plenty = known(*[candidate("name")] * 80, candidate("negate"))
    assert plenty.price(candidate("name")) > 0 == plenty.price(candidate("negate"))


def test_a_proposal_at_a_place_where_much_was_proposed_is_dearer() -> None:
    plenty = known(*[candidate("name")] * 50, candidate("name", 1))
    assert plenty.price(candidate("name")) > plenty.price(candidate("name", 1))


def test_each_edit_of_a_candidate_counts_whether_made_before_or_together() -> None:
    plenty = known(*[candidate("name")] * 80)
    one = plenty.price(candidate("name"))
    assert plenty.price(candidate("name", steps=("name",))) == plenty.price(candidate("name, then name")) == 2 * one


def test_what_no_operator_proposed_costs_no_more() -> None:
    assert known(candidate("name")).price(candidate("synthesis (recurrence)")) == 0
    assert Plenty().price(candidate("name")) == 0
