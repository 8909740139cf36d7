"""Small broken projects of our own, and the sandbox that they run in."""

from dataclasses import fields

from aurora.engines.repair.belief import Belief, Grounds, Traits
from aurora.model.task import RepairTask

CLAMP = '''"""Keep numbers in bounds."""


def clamp(value, low, high):
    # the lower bound wins
    if value < low:
        return low
    if value < high:
        return high
    return value
'''
CLAMP_TESTS = """from clamp import clamp


def test_inside():
    assert clamp(5, 0, 10) == 5


def test_above():
    assert clamp(15, 0, 10) == 10


def test_below():
    assert clamp(-5, 0, 10) == 0
"""


def clamp_task(tests: str = CLAMP_TESTS, text: str = CLAMP, **more: object) -> RepairTask:
    """The clamp project with these tests."""
    return RepairTask({"clamp.py": text}, ("clamp.py",), tests={"test_clamp.py": tests}, **more)  # type: ignore[arg-type]


TRAITS = (*(each.name for each in fields(Traits)), "drafted")
FIGURES = Grounds(Traits(1.0), 0.0, 1, 1, 1.0, 1).figures()


def plain(**rank: float) -> Belief:
    """A belief whose weights can be reckoned with in the head; the one that is shipped changes with its data."""
    usual = {"price": 1, "draft": 1, "kept": 3, "like": 3, "raises": -5, "broken": -3, "idle": -1}
    doubt = {"bias": 2.5, "disbelief": 0.5, "price": 1, "draft": 2, "drafted": 2, "like": -13, "said": -2}
    ranked = {**dict.fromkeys(TRAITS, 0), **usual, **rank}
    return Belief(1.5, {"rank": ranked, "doubt": {**dict.fromkeys(FIGURES, 0.0), **doubt}})


PLAIN = plain()
