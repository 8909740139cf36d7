from pathlib import Path

from aurora.flows.knowledge import find
from tests.doubles import tools_with


def test_what_is_known_is_found_by_its_words(tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert find(tools, "zzzz") == []
    assert find(tools, "is prime")[0].name == "is_prime"
