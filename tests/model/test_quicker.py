"""Which files are worked on, and which are tests."""

from aurora.model.quicker import Slow


def test_tests_are_not_worked_on() -> None:
    given = Slow({"a.py": "", "test_a.py": "", "b_test.py": "", "c.txt": ""})
    assert (given.targets, given.tests) == (("a.py",), ("test_a.py", "b_test.py"))
    assert Slow({"a.py": "", "b.py": ""}, ("b.py",)).targets == ("b.py",)
