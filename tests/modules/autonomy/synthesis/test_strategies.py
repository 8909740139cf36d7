"""Every strategy that the engine's machinery carries finds what its own examples promise."""

import pytest

from aurora.registry.declare import AnyPart
from aurora.registry.discover import sift

_NAMES = ("adapt_component", "enumerate_programs", "map_elements", "retrieve_component", "split_cases")
_PARTS = {part.name: part for part in sift("aurora.modules.autonomy.synthesis")[0].parts}


@pytest.mark.parametrize("name", _NAMES)
def test_its_examples_hold(name: str) -> None:
    part: AnyPart = _PARTS[name]
    assert part.failures() == []
