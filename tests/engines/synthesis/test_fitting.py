"""A prior that is moved towards right answers learns what they show and keeps the rest."""

import pytest

from aurora.engines.synthesis.fitting import Shown, Solved, fit, held, refit, shown
from aurora.engines.synthesis.library import Library, load
from aurora.engines.synthesis.prior import fitted
from tests.engines.synthesis.problems import problem

JOIN = "def f(a):\n    return '-'.join(a)\n"


@pytest.fixture(scope="module")
def library() -> Library:
    """One small pack."""
    return load(("aurora.units.knowledge.strings",))


def joins(library: Library, word: str) -> Shown:
    """An answer that joins words."""
    asked = problem("def f(a)", "assert f(['a', 'b']) == 'a-b'", prompt=f"Dashed {word}.")
    return shown(Solved(asked, JOIN, ()), library)


def test_what_answers_show_is_learned_and_foretells_others_like_them_better(library: Library) -> None:
    told = [joins(library, f"wurble{number}") for number in range(20)]
    moved = refit(fitted(), told)
    new = joins(library, "anew")
    features = new.features
    assert moved.tokens[".join"].score(features) > fitted().tokens[".join"].score(features)
    assert held(moved, new) > held(fitted(), new)
    assert refit(fitted(), told) == moved


def test_no_answer_moves_nothing(library: Library) -> None:
    moved = refit(fitted(), [])
    assert moved.pair == fitted().pair
    assert moved.tokens == {
        token: type(one)(one.bias, {f: w for f, w in one.weights.items() if abs(w) >= 0.05})
        for token, one in fitted().tokens.items()
    }


def test_words_that_no_answer_has_weigh_what_they_weighed(library: Library) -> None:
    told = [joins(library, "wurble")] * 5
    moved, seen = refit(fitted(), told).tokens[".join"], set(told[0].features)
    before = fitted().tokens[".join"].weights
    assert {f: w for f, w in moved.weights.items() if f not in seen} == {
        f: w for f, w in before.items() if f not in seen and abs(w) >= 0.05
    }


def test_a_model_is_fitted_to_answers_alone(library: Library) -> None:
    asked = problem("def f(a)", "assert f(['a', 'b']) == 'a-b'", prompt="Join with dashes.")
    other = problem("def f(a)", "assert f([3]) == 3", prompt="First of them.")
    solved = [Solved(asked, JOIN, ()), Solved(other, "def f(a):\n    return a[0]\n", ())] * 5
    model = fit(solved, library)
    assert set(model.tokens) == {".join", "Subscript"}
    assert held(model, shown(solved[0], library)) > 0.7
