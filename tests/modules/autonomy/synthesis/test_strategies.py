"""Every strategy that the engine's machinery carries finds what its own examples promise."""

import pytest

from aurora.engines.synthesis.portfolio import expected
from aurora.engines.synthesis.problem import read
from aurora.model.task import SynthesisTask
from aurora.registry.declare import AnyPart
from aurora.registry.discover import sift

_NAMES = (
    "accumulate", "adapt_component", "choose_among", "divide", "enumerate_programs", "fill_table", "fit_formula",
    "format_values", "join_pieces", "keep_where", "map_elements", "recurrence", "retrieve_component", "simulate",
    "split_cases", "stack_machine", "two_pointers",
)  # fmt: skip
_PARTS = {part.name: part for part in sift("aurora.modules.autonomy.synthesis")[0].parts}


@pytest.mark.parametrize("name", _NAMES)
def test_its_examples_hold(name: str) -> None:
    part: AnyPart = _PARTS[name]
    assert part.failures() == []


def weights(signature: str, *asserts: str, prompt: str = "") -> dict[str, float]:
    """What each strategy expects of a problem."""
    given = read(SynthesisTask(prompt, signature=signature, asserts=asserts))
    return {name: expected(part, given) for name, part in _PARTS.items()}


def test_texts_from_examples_alone_are_for_the_strategy_of_texts() -> None:
    found = weights("def f(s)", "assert f('ab') == 'b'", "assert f('xyz') == 'z'")
    assert max(found, key=lambda name: found[name]) == "text_transform"
    assert (
        weights("def f(s)", "assert f('ab') == 'b'", prompt="The last letter.")["text_transform"]
        < found["text_transform"]
    )


def test_numbers_are_not_for_strategies_of_texts() -> None:
    found = weights("def f(n)", "assert f(1) == 2", "assert f(5) == 6")
    assert (found["text_transform"], found["regex_from_words"]) == (0.0, 0.0)
    assert found["enumerate_programs"] > 0


def test_whether_a_text_matches_is_for_regular_expressions() -> None:
    found = weights("def f(s)", "assert f('ab')", "assert not f('1')", prompt="Only letters.")
    assert max(found, key=lambda name: found[name]) == "regex_from_words"


def test_many_examples_make_cases_likelier() -> None:
    few = weights("def f(n)", "assert f(1) == 1", "assert f(2) == 2")
    many = weights("def f(n)", *(f"assert f({n}) == {max(n, 3)}" for n in range(8)))
    assert many["split_cases"] > few["split_cases"]
