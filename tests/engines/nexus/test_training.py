"""Training of the router."""

from aurora.engines.nexus.features import features
from aurora.engines.nexus.training import fitted, surprise, trained

SAID = {
    "M14": [
        "find the leak",
        "which sockets leak",
        "is there a leaking handle",
        "leaks in the worker",
        "stop the leaks",
    ],
    "M47": ["rename this class", "move the method", "rename the module", "split the class", "rename it everywhere"],
}
ROWS = [(features(text), unit) for unit, texts in SAID.items() for text in texts]


def test_what_was_trained_is_told_apart_and_new_wording_too() -> None:
    model = trained(ROWS)
    assert [next(iter(model.probabilities(row))) for row, _ in ROWS] == [unit for _, unit in ROWS]
    assert next(iter(model.probabilities(features("renaming of two classes")))) == "M47"


def test_the_same_rows_give_the_same_model() -> None:
    assert "\n".join(trained(ROWS).lines()) == "\n".join(trained(ROWS).lines())


def test_the_temperature_is_chosen_on_rows_that_were_not_trained_with() -> None:
    model = fitted(ROWS * 3)
    assert model.temperature != 1.0
    assert surprise(model, ROWS) < 0.5
