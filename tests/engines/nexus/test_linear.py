"""A linear model in lanes of big integers."""

import math

import pytest

from aurora.engines.nexus.linear import Linear, packed
from aurora.model.errors import BadInputError

ROWS = {
    "w leak": packed([(0, 2.0), (1, -1.5)], 4.0, 2),
    "w rename": packed([(1, 3.0)], 1.0, 2),
}
MODEL = Linear(("M14", "M47"), ROWS, temperature=0.5)


def test_negative_weights_do_not_spill_into_their_neighbours() -> None:
    assert MODEL.weights(["w leak"], "M14") == [2.0]
    assert MODEL.weights(["w leak", "w unknown"], "M47") == [-1.5, 0.0]


def test_probabilities_are_the_soft_maximum_of_the_sums_over_the_length() -> None:
    found = MODEL.probabilities([["w leak", "w rename", "w unknown"]])
    first, second = 2.0 / math.sqrt(5), 1.5 / math.sqrt(5)
    wanted = 1 / (1 + math.exp((second - first) / 0.5))
    assert list(found) == ["M14", "M47"]
    assert found["M14"] == pytest.approx(wanted)
    assert sum(found.values()) == pytest.approx(1)


def test_a_request_without_a_known_feature_is_undecided() -> None:
    assert MODEL.probabilities([["w unknown"], []]) == {"M14": 0.5, "M47": 0.5} or MODEL.probabilities([]) == {
        "M47": 0.5,
        "M14": 0.5,
    }


def test_a_model_is_read_back_as_it_was_written() -> None:
    again = Linear.read("\n".join(MODEL.lines()), "weights.txt")
    assert again == MODEL


@pytest.mark.parametrize(
    "text", ["", "{}", "another file 1\t1.0\tM1", "aurora router 1\tx\tM1", "aurora router 1\t1\tM1\nw a"]
)
def test_another_text_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(BadInputError, match=r"weights\.txt: this is no router model"):
        Linear.read(text, "weights.txt")
