"""What no edit can put right is said."""

import pytest

from aurora.engines.repair.laboratory import Failure
from aurora.engines.repair.leads import leads

MISSING = Failure("import", "ModuleNotFoundError", "No module named 'yaml'", (("a.py", 3, "<module>"),))


@pytest.mark.parametrize(
    "files",
    [
        {"words.py": "import random\n"},
        {"random.py": "x = 1\n", "a.py": "import math\n"},
        {"pkg/random.py": "import random\n"},
        {"random.py": "def pick(x):\n    return x[0]\n", "a.py": "import random\nrandom.pick([1])\n"},
        {"random.py": "def pick(x):\n    return x[0]\n", "a.py": "from random import pick\n"},
    ],
)
def test_a_file_that_hides_nothing_is_no_lead(files: dict[str, str]) -> None:
    assert leads(files, None) == ()


def test_a_file_that_hides_a_standard_module_is_named() -> None:
    (lead,) = leads({"random.py": "import random\nx = random.choice([1])\n"}, None)
    assert lead.path == "random.py"
    assert "hides the standard module random" in lead.why


def test_a_module_that_is_not_installed_is_named_with_its_distribution() -> None:
    (lead,) = leads({"a.py": "\n\nimport yaml\n"}, MISSING)
    assert (lead.path, lead.line) == ("a.py", 3)
    assert "`pip install PyYAML`" in lead.why


def test_a_module_of_the_project_is_not_to_be_installed() -> None:
    assert leads({"a.py": "import yaml\n", "yaml/__init__.py": ""}, MISSING) == ()
    assert leads({"a.py": ""}, Failure("import", "ValueError", "No module named 'yaml'", ())) == ()


def test_a_misspelt_module_is_not_to_be_installed() -> None:
    broken = Failure("import", "ModuleNotFoundError", "No module named 'randon'", (("a.py", 1, "<module>"),))
    assert leads({"a.py": "import randon\n"}, broken) == ()


def test_a_distribution_whose_name_is_a_guess_is_told_and_not_offered_for_installation() -> None:
    broken = Failure("import", "ModuleNotFoundError", "No module named 'quirkle'", (("a.py", 1, "<module>"),))
    (lead,) = leads({"a.py": "import quirkle\n"}, broken)
    assert lead.missing == ""
    assert "`pip install quirkle` may bring it" in lead.why
