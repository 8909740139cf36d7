from typing import Any

import pytest

from aurora.contracts.fixer import FIXER, Broken
from aurora.registry.declare import Part
from aurora.registry.discover import discover

PARTS = discover("aurora.modules.autonomy.fixers").parts
HOSTILE = (
    "",
    "\n",
    "\\",
    "(" * 300,
    "'''",
    "x = 1\0",
    "\ud800",
    "é = (",
    "if x:\r\ny\r\n",
    "\tx\n  y\n",
    "0x\n",
    "def",
)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_examples_and_laws_hold(part: Part[Any, Any, Any]) -> None:
    assert part.contract is FIXER
    assert part.failures() == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_fixer_shows_what_it_leaves_alone_and_what_it_changes(part: Part[Any, Any, Any]) -> None:
    assert any(example.answer == [] for example in part.examples)
    assert any(example.answer for example in part.examples)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_no_text_upsets_a_fixer_and_every_fix_says_why(part: Part[Any, Any, Any]) -> None:
    for text in HOSTILE:
        for fix in part.run(Broken(text)):
            assert fix.text != text
            assert fix.cost >= 0
            assert fix.why.endswith(".")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_sound_file_is_left_alone(part: Part[Any, Any, Any]) -> None:
    text = "import math\n\n\nclass Disc:\n    r = 1\n\n    def area(self):\n        return math.pi * self.r**2\n"
    assert list(part.run(Broken(text, "disc.py", None, {"disc.py": text}))) == []
