import json
import math
from dataclasses import replace

import pytest

from aurora.engines.repair.belief import FAR, SHIPPED, Behaviour, Belief, Grounds, Traits
from tests.engines.repair.worlds import plain

RANK = {
    "price": 1.0,
    "draft": 0.5,
    "drafted": 2.0,
    "kept": 3.0,
    "changed": 0.0,
    "like": 1.0,
    "raises": -5.0,
    "broken": -3.0,
    "flat": -1.0,
    "idle": -1.0,
    "never": -0.2,
    "alike": -1.0,
    "spread": 0.5,
    "plenty": -0.5,
}
ALIKE = Grounds(Traits(2.0), 0.5, 7, 3, 0.01, 1)


def belief(**doubt: float) -> Belief:
    return Belief(1.0, {"rank": RANK, "doubt": {**dict.fromkeys(ALIKE.figures(), 0.0), **doubt}, "most": 0.0})


def behaviour(traits: Traits) -> Behaviour:
    return Behaviour((), (), traits)


def test_the_shares_of_belief_sum_to_one() -> None:
    shares = belief().shares([behaviour(Traits(1.0)), behaviour(Traits(2.0)), behaviour(Traits(2.0))])
    assert sum(shares) == pytest.approx(1.0)
    assert shares[0] / shares[1] == pytest.approx(math.e, rel=1e-3)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Traits(2.0, kept=1.0), Traits(2.0)),
        (Traits(2.0), Traits(2.0, raises=0.5)),
        (Traits(2.0), Traits(2.0, broken=0.5)),
        (Traits(2.0), Traits(2.0, flat=1.0)),
        (Traits(2.0, idle=-1.0), Traits(2.0)),
        (Traits(2.0), Traits(2.0, never=1.0)),
        (Traits(2.0), Traits(2.0, alike=1.0)),
        (Traits(2.0, spread=1.0), Traits(2.0)),
        (Traits(2.0), Traits(2.0, plenty=1.0)),
        (Traits(2.0, draft=4.0), Traits(2.0)),
        (Traits(FAR, draft=4.0), Traits(FAR, draft=5.0)),
    ],
)
def test_what_speaks_for_a_behaviour_raises_its_score(better: Traits, worse: Traits) -> None:
    assert belief().score(better) > belief().score(worse)


def test_doubt_is_the_sum_of_its_figures() -> None:
    assert belief(bias=1.0, price=0.5, edits=9.0).doubt(ALIKE) == 2.0
    assert belief(said=1.0).doubt(ALIKE) == 0.0
    assert belief(passing=1.0).doubt(ALIKE) == -2.0
    assert belief(draft=1.0, price=1.0).doubt(Grounds(Traits(FAR, 8.0), 0.0, 7, 3, 1.0, 1)) == 2.0


def test_a_rival_of_the_same_share_of_belief_is_even_odds() -> None:
    figures = [Grounds(Traits(2.0), -math.log(share), 7, 3, 0.01, 1).figures()["disbelief"] for share in (0.5, 1.0)]
    assert figures == [pytest.approx(0.0), -5.0]


def test_the_less_a_believed_patch_would_agree_the_more_dissent_there_is() -> None:
    assert belief(dissent=2.0).doubt(ALIKE) == 0.0
    assert belief(dissent=2.0).doubt(replace(ALIKE, consent=0.75)) == 1.0


def test_more_than_one_edit_is_more_than_two_wanted_constants_bear_out() -> None:
    doubtful = belief(stretched=1.0)
    assert [doubtful.doubt(Grounds(Traits(2.0), 0.5, 7, wanted, 0.01, 3)) for wanted in (1, 2, 3)] == [2.0, 2.0, 0.0]
    assert belief(alone=1.0).doubt(Grounds(Traits(2.0), 0.5, 7, 1, 0.01, 1)) == 1.0


def test_the_check_tells_the_doubt_its_bound_and_the_figures() -> None:
    check = belief(price=1.0).check(ALIKE)
    assert (check.passed, check.text) == (False, "doubt 2.0 of at most 1.0")
    assert "price 2.00" in check.detail
    assert belief(price=0.5).check(ALIKE).passed


def test_what_is_shipped_has_a_weight_for_every_figure() -> None:
    shipped = json.loads(SHIPPED.read_text())
    assert set(shipped["doubt"]) == set(ALIKE.figures())
    assert set(shipped["rank"]) == set(RANK)
    assert shipped["early"] <= shipped["most"]


def test_less_doubt_is_borne_while_more_can_be_asked() -> None:
    weights = {"rank": RANK, "doubt": dict.fromkeys(ALIKE.figures(), 0.0), "early": -1.0, "most": 1.0}
    assert Belief(weights=weights).check(ALIKE).passed
    assert not Belief(weights=weights).check(ALIKE, last=False).passed


def test_the_doubt_in_several_patches_is_that_any_of_them_is_wrong() -> None:
    belief = plain()
    assert belief.check_all([]).passed
    assert belief.check_all([-1.0]).text.startswith("doubt -1.0 ")
    assert belief.check_all([0.0, 0.0]).text.startswith("doubt 1.1 ")  # three of four times one of them is wrong
    assert belief.check_all([0.0, 0.0]).passed
    assert not belief.check_all([0.0, 0.0, 0.0]).passed
