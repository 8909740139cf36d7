from collections.abc import Mapping, Sequence

from aurora.engines.repair.reference import transplant

BROKEN = '''"""Numbers."""


def total(items, start=0):
    # add them all
    amount = start
    for each in items:
        amount -= each
    return amount


def twice(x):
    return x * 2
'''
CORRECT = """import math


def total(values, first=0):
    result = first
    for value in values:
        result += value
    return result


def twice(x):
    return math.floor(x + x)
"""


def behaves(versions: Sequence[Mapping[str, str]]) -> list[bool]:
    found = []
    for version in versions:
        names: dict[str, object] = {}
        exec(version["m.py"], names)
        total = names["total"]
        assert callable(total)
        found.append(total([1, 2, 3], 4) == 10)
    return found


def test_only_the_line_that_matters_is_taken_over_in_the_words_of_the_broken_program() -> None:
    found = transplant({"m.py": BROKEN}, {"m.py": CORRECT}, behaves)
    assert found == {"m.py": BROKEN.replace("-=", "+=")}


def test_nothing_when_even_the_whole_reference_does_not_pass() -> None:
    assert transplant({"m.py": BROKEN}, {"m.py": CORRECT}, lambda versions: [False] * len(versions)) is None


def test_a_reference_of_another_file_helps_nobody() -> None:
    assert transplant({"m.py": BROKEN}, {"n.py": CORRECT}, behaves) is None


def test_what_the_broken_program_lacks_is_brought_along() -> None:
    broken = {"m.py": "def total(a, b=0):\n    return None\n"}
    correct = {"m.py": "from functools import reduce\n\n\ndef plus(a, b):\n    return a + b\n\n\n"}
    correct["m.py"] += "def total(a, b=0):\n    return reduce(plus, a, b)\n"
    found = transplant(broken, correct, lambda versions: [_runs(version) for version in versions])
    assert found is not None
    assert "from functools import reduce" in found["m.py"]
    assert "def plus" in found["m.py"]


def _runs(version: Mapping[str, str]) -> bool:
    try:
        return behaves([version])[0]
    except NameError:
        return False


def test_of_many_changes_the_one_that_matters_is_found_in_few_trials() -> None:
    old = "".join(f"x{number} = {number}\n\n" for number in range(200))
    new = "".join(f"x{number} = {number * 10}\n\n" for number in range(200))
    trials: list[int] = []

    def passes(versions: Sequence[Mapping[str, str]]) -> list[bool]:
        trials.append(len(versions))
        return ["x73 = 730\n" in version["m.py"] for version in versions]

    found = transplant({"m.py": old}, {"m.py": new}, passes)
    assert found == {"m.py": old.replace("x73 = 73\n", "x73 = 730\n")}
    assert sum(trials) < 40


def test_of_lines_that_changed_together_those_come_that_matter() -> None:
    old = "def f():\n    # in words\n    return 1\n"
    new = "def f():\n    # in other words\n    return 2\n"
    assert transplant(
        {"m.py": old}, {"m.py": new}, lambda versions: ["2" in each["m.py"] for each in versions], finely=True
    ) == {"m.py": old.replace("1", "2")}
