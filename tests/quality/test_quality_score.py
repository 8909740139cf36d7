"""The quality score, by the real tools: the same for the same, lower for every seeded defect."""

import pytest

from aurora.adapters.toolbox.ruff import Ruff
from aurora.adapters.toolbox.types import TypeCheckers
from aurora.contracts.prepared import prepared
from aurora.units.modes.analysis.quality_analysis import Assessed, quality_analysis

GOOD = (
    '"""Adds."""\n\n\ndef add(a: int, b: int) -> int:\n    """The sum."""\n    return a + b\n\n\n'
    'def double(a: int) -> int:\n    """Twice."""\n    return add(a, a)\n'
)
FILES = {"lib.py": GOOD, "test_lib.py": "from lib import add\n\n\ndef test_add() -> None:\n    assert add(1, 2) == 3\n"}
DEFECTS = {
    "a mutable default": ("def double(a: int)", "def double(a: int, seen: list[int] = [])"),
    "a wrong type": ("return add(a, a)", "return str(a)"),
    "no docstring": ('    """Twice."""\n', ""),
    "no annotation": ("def double(a: int) -> int", "def double(a)"),
    "an undefined name": ("return a + b", "return a + c"),
    "a syntax error": ("return a + b", "return a +"),
    "a tangle": (
        "    return a + b",
        "".join(f"    if a == {n}:\n        b += 1\n" for n in range(12)) + "    return a",
    ),
}


def score(files: dict[str, str]) -> float:
    world = prepared(linter=Ruff(), types=TypeCheckers())()
    return float(quality_analysis.run(Assessed(files), world).output.score)


@pytest.fixture(scope="module")
def good() -> float:
    return score(FILES)


def test_the_same_input_has_the_same_score(good: float) -> None:
    assert score(dict(reversed(FILES.items()))) == good == 1.0


@pytest.mark.parametrize("name", sorted(DEFECTS))
def test_a_seeded_defect_lowers_the_score(name: str, good: float) -> None:
    old, new = DEFECTS[name]
    assert old in GOOD
    assert score(FILES | {"lib.py": GOOD.replace(old, new)}) < good


def test_no_tests_lower_the_score(good: float) -> None:
    assert score({"lib.py": GOOD}) < good
