import pytest

from aurora.contracts.operator import Replacement
from aurora.engines.repair.belief import FAR, Result
from aurora.engines.repair.comparison import Comparison
from aurora.engines.repair.invariants import Invariants
from aurora.engines.repair.state import Candidate, State
from aurora.engines.repair.traits import Known, behaviours
from aurora.model.answer import Edit, Fault

TEXTS = {"m.py": "def f(x):\n    return x\n"}
CALLS = tuple(("t.py", f"f({n})") for n in range(4))
ONE, TWO, RAISES = ("value", "int", "1"), ("value", "int", "2"), ("raised", "KeyError", "")


def candidate(text: str, cost: float, *, drafted: bool = False) -> Candidate:
    edit = Edit("", 21, 22, text)
    return Candidate(State(TEXTS), "m.py", Replacement((edit,)), "op", cost, Fault("m.py", 2, 1.0, ""), drafted)


def known(*candidates: Candidate) -> Known:
    return Known(Invariants(()), TEXTS, {id(each): each.cost for each in candidates})


def test_candidates_that_do_the_same_vouch_for_each_other() -> None:
    one, two, three = candidate("-x", 1.0), candidate("0 - x", 1.0), candidate("1 - x", 1.0, drafted=True)
    rows: tuple[tuple[Result, ...] | None, ...] = ((ONE,) * 4, (ONE,) * 4, (ONE,) * 4)
    (found,) = behaviours([one, two, three], Comparison(CALLS, (ONE, TWO, RAISES, ONE), rows), known(one, two, three))
    assert found.members == (one, two, three)
    assert found.traits.price == pytest.approx(1.0 - 0.693, abs=0.001)
    assert found.traits.draft == 1.0
    assert (found.traits.kept, found.traits.changed, found.traits.raises) == (0.5, 0.25, 0.0)
    assert found.traits.spread == 0.25


def test_each_is_a_behaviour_of_its_own_where_nothing_was_compared() -> None:
    one, two = candidate("-x", 1.0), candidate("7", 2.0)
    found = behaviours([one, two], Comparison((), None, ((), ())), known(one, two))
    assert [each.traits.idle for each in found] == [0.0, 1.0]
    assert [each.traits.draft for each in found] == [FAR, FAR]


def test_what_was_not_reached_is_no_behaviour() -> None:
    one, two = candidate("-x", 1.0), candidate("7", 2.0)
    rows: tuple[tuple[Result, ...] | None, ...] = ((RAISES, ONE, TWO, TWO), None)
    (found,) = behaviours([one, two], Comparison(CALLS, None, rows), known(one, two))
    assert found.members == (one,)
    assert found.traits.raises == 0.25
