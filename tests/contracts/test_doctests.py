"""Doctests are run one by one; what cannot be run is told and never counts as held."""

import pytest

from aurora.contracts.doctests import run_doctests
from aurora.contracts.sandbox import Sandbox
from aurora.model.task import Budget

TEXT = '''"""A module.

>>> twice(2)
4
"""

def twice(n):
    """Double.

    >>> twice(1)
    3
    """
    return n * 2
'''
SHAKY = '''"""A module.

>>> hash("a") == SEEN
True
"""
import os
SEEN = hash("a") if os.environ["PYTHONHASHSEED"] == "0" else 0
'''


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ('raise ValueError("no")\n# >>> \n', "ValueError: no"),
        ("import sys\nsys.exit(3)\n# >>> \n", "SystemExit: 3"),
        ("import os\nos._exit(3)\n# >>> \n", "it ended without an answer"),
    ],
)
def test_a_module_that_cannot_be_imported_is_told(sandbox: Sandbox, text: str, trouble: str) -> None:
    found = run_doctests(sandbox, {"a.py": text}, ["a.py"], Budget(100))
    assert found.ran == ()
    assert found.troubles["a.py"] in (trouble, "exited")


def test_modules_without_examples_and_paths_that_are_no_module_are_not_run(sandbox: Sandbox) -> None:
    found = run_doctests(sandbox, {"a.py": "1 / 0\n", "b-c.py": "# >>> 1\n"}, ["a.py", "b-c.py"], Budget(100))
    assert (found.ran, found.troubles) == ((), {})


def test_each_example_is_told_with_its_line_and_what_came_instead(sandbox: Sandbox) -> None:
    files = {"src/shop/__init__.py": "", "src/shop/a.py": TEXT}
    found = run_doctests(sandbox, files, ["src/shop/a.py"], Budget(100))
    assert [(each.name, each.line, each.source, each.held, each.got) for each in found.ran] == [
        ("", 2, "twice(2)", True, ""),
        ("twice", 2, "twice(1)", False, "2"),
    ]
    assert found.held == 1


def test_an_answer_that_depends_on_the_hash_seed_does_not_hold(sandbox: Sandbox) -> None:
    found = run_doctests(sandbox, {"a.py": SHAKY}, ["a.py"], Budget(100))
    assert [each.held for each in found.ran] == [False]
    assert [each.held for each in run_doctests(sandbox, {"a.py": SHAKY}, ["a.py"], Budget(100), seeds=(0,)).ran] == [
        True
    ]
