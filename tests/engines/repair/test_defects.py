import pytest

from aurora.engines.repair.defects import defects
from aurora.pycode.parse import parse


@pytest.mark.parametrize(
    "code",
    [
        "x = 1\nprint(x)\n",
        "class A:\n    def f(self):\n        self.x = 1\n        return self.x\n",
        "class A(Base):\n    def f(self):\n        return self.anything\nBase = object\n",
        "class A:\n    def __getattr__(self, name): return 1\n    def f(self): return self.anything\n",
        "from os import *\nprint(sep)\n",
    ],
)
def test_what_may_be_there_is_no_defect(code: str) -> None:
    assert defects(parse(code), "m.py") == []


def test_a_name_that_nothing_binds() -> None:
    (fault,) = defects(parse("def f(a):\n    return a + b\n"), "m.py")
    assert (fault.line, fault.why) == (2, "NameError: name 'b' is not defined")


def test_an_attribute_that_the_class_never_sets() -> None:
    (fault,) = defects(parse("class A:\n    def f(self):\n        return self.gone()\n"), "m.py")
    assert (fault.line, fault.why) == (3, "AttributeError: 'A' object has no attribute 'gone'")


def test_a_mixin_may_use_what_others_bring() -> None:
    assert defects(parse("class CountMixin:\n    def f(self):\n        return self.total\n"), "a.py") == []
