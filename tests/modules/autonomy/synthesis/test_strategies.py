"""Every strategy that the engine's machinery carries finds what its own examples promise."""

import pytest

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
