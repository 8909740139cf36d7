import pytest

from aurora.adapters.toolbox.ruff_fixes import fixed
from aurora.model.errors import ToolError


def test_what_is_tidy_or_no_python_stays_as_it_is() -> None:
    assert fixed({"a.py": "x = 1\n", "b.py": "def f(:\n"}) == {}
    assert fixed({}) == {}


def test_only_the_asked_rules_are_applied() -> None:
    text = "import os\nx = [i for i in range(3) if not i is None]\nprint(f'a')\n"
    assert fixed({"pkg/a.py": text}, ("F541",)) == {"pkg/a.py": text.replace("f'a'", "'a'")}
    assert "import os" not in fixed({"pkg/a.py": text})["pkg/a.py"]


def test_a_rule_that_there_is_not_is_an_error() -> None:
    with pytest.raises(ToolError):
        fixed({"a.py": "x = 1\n"}, ("NOPE1",))
