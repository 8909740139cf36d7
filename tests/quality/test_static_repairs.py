"""Broken programs of our own, by class: the best static repair is the program as it was; sound programs stay."""

import time

import pytest

from aurora.contracts.fixer import FIXER, Broken
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.ground import mended, sound
from aurora.registry.discover import discover

PARTS = discover("aurora.modules.autonomy.fixers").of(FIXER)

STOCK = '''"""Stock of a shop."""

import json
from pathlib import Path


class Stock:
    """Counts by article."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self.counts = {}  # article -> pieces

    def load(self) -> None:
        text = self.path.read_text()
        for article, count in json.loads(text).items():
            self.counts[article] = int(count)

    def add(self, article: str, pieces: int = 1) -> int:
        if pieces < 0 or article == "":
            raise ValueError("nothing to add")
        self.counts[article] = self.counts.get(article, 0) + pieces
        return self.counts[article]

    def scarce(self, limit: int) -> list[str]:
        found = []
        for article, count in self.counts.items():
            if count <= limit and count is not None:
                found.append(article)
            elif count > 10 * limit:
                print("plenty of", article)  # rare
        return sorted(found)


def middle(values: list[int]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    low, high = 0, len(ordered) - 1
    while low < high:
        low += 1
        high -= 1
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
'''

ONE = (
    ("a colon is missing", "elif count > 10 * limit:", "elif count > 10 * limit"),
    ("a definition has no colon", "def load(self) -> None:", "def load(self) -> None"),
    ("a bracket is not closed", "self.path = Path(path)", "self.path = Path(path"),
    ("a bracket is closed twice", "return sorted(found)", "return sorted(found))"),
    ("brackets differ", "self.counts[article] = int(count)", "self.counts[article) = int(count)"),
    ("a quote is not closed", '"nothing to add")', '"nothing to add)'),
    ("quotes differ", '"plenty of", article', "'plenty of\", article"),
    ("one equals sign is missing", 'article == ""', 'article = ""'),
    ("C's and", "count <= limit and count", "count <= limit && count"),
    ("C's or", "pieces < 0 or article", "pieces < 0 || article"),
    ("else if", "            elif count > 10", "            else if count > 10"),
    ("null", "count is not None", "count is not null"),
    ("a comment of C", "{}  # article -> pieces", "{}  // article -> pieces"),
    ("increment", "        low += 1\n", "        low++\n"),
    ("print of Python 2", 'print("plenty of", article)', 'print "plenty of", article'),
    ("a keyword is misspelt", "while low < high:", "whlie low < high:"),
    ("a block is not indented", "        text = self.path.read_text()", "    text = self.path.read_text()"),
    ("a line is indented too far", "    half = len(ordered) // 2", "      half = len(ordered) // 2"),
    ("a tab", "        self.path = Path(path)", "\tself.path = Path(path)"),
    ("an import is missing", "\nimport json\nfrom", "\nfrom"),
    ("a name is misspelt", "half = len(ordered) // 2", "half = len(orderd) // 2"),
    ("an attribute is misspelt", "text = self.path.read_text()", "text = self.pth.read_text()"),
    ("self is missing", "def load(self)", "def load()"),
    ("self. is missing", "in self.counts.items():\n            if", "in counts.items():\n            if"),
    ("a method of another language", "found.append(article)", "found.push(article)"),
    ("a method is not called", "in self.counts.items():\n            if", "in self.counts.items:\n            if"),
    ("a function is indexed", "ordered = sorted(values)", "ordered = sorted[values]"),
    ("ends that never meet", "        high -= 1", "        high += 1"),
    ("a comparison assigns nothing", "half = len(ordered) // 2", "half == len(ordered) // 2"),
)
TWO = (
    ("a colon is missing", "a bracket is not closed"),
    ("one equals sign is missing", "a name is misspelt"),
    ("a quote is not closed", "a keyword is misspelt"),
    ("C's and", "null"),
)
BY_NAME = {name: (right, wrong) for name, right, wrong in ONE}


def planted(*names: str) -> str:
    text = STOCK
    for name in names:
        right, wrong = BY_NAME[name]
        assert text.count(right) == 1, name
        text = text.replace(right, wrong)
    return text


def best(text: str) -> str:
    found = mended(Broken(text, "stock.py", None, {"stock.py": text}), PARTS, Clock(time.monotonic() + 300))
    return found[0].text if found else ""


def test_a_sound_program_has_nothing_to_mend() -> None:
    assert sound(STOCK)
    assert mended(Broken(STOCK, "stock.py", None, {"stock.py": STOCK}), PARTS, Clock(time.monotonic() + 300)) == []


@pytest.mark.parametrize("name", BY_NAME)
def test_one_fault_is_put_right(name: str) -> None:
    assert sorted(best(planted(name)).split("\n")) == sorted(STOCK.split("\n"))  # an import may stand on another line


@pytest.mark.parametrize("names", TWO, ids=" and ".join)
def test_two_faults_are_put_right(names: tuple[str, ...]) -> None:
    assert best(planted(*names)) == STOCK
