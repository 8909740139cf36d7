from typing import Any

import pytest

from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.registry.declare import Part
from aurora.registry.discover import discover

PARTS = discover("aurora.modules.autonomy.repair").parts


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_examples_and_laws_hold(part: Part[Any, Any, Any]) -> None:
    assert part.failures() == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_an_operator_says_when_it_is_asked_and_shows_what_it_leaves_alone(part: Part[Any, Any, Any]) -> None:
    assert part.contract is REPAIR_OPERATOR
    assert 0 < float(str(part.facts["prior"])) <= 1
    assert part.facts["tier"] in (1, 2, 3)
    assert any(example.answer == [] for example in part.examples)
