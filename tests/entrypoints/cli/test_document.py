"""`aurora document`: the difference on stdout, how each sentence is known on stderr, a check that fails a build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.flows.tools import Tools
from aurora.registry.discover import discover
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))


@pytest.fixture
def code(tmp_path: Path) -> Path:
    path = tmp_path / "code/a.py"
    path.parent.mkdir()
    path.write_text("def half(n):\n    return n / 2\n\n\ndef go(thing):\n    thing()\n")
    return path


def test_bad_input_is_status_2(aurora: Aurora, tools: Tools, code: Path) -> None:
    assert aurora("document", str(code.with_name("b.py")), tools=tools).status == 2
    assert aurora("document", str(code), "--style", "fancy", tools=tools).status == 2
    assert aurora("document", str(code), "--undo", tools=tools).status == 2


def test_a_check_fails_until_everything_is_documented(aurora: Aurora, tools: Tools, code: Path) -> None:
    ran = aurora("document", str(code), "--no-examples", "--check", "--apply", tools=tools)
    assert (ran.status, ran.out) == (1, "")
    assert "The function `half` has no docstring." in ran.err
    assert '"""' not in code.read_text()
    code.write_text('def half(n):\n    """Halve."""\n    return n / 2\n')
    assert aurora("document", str(code), "--no-examples", "--check", tools=tools).status == 0


def test_it_is_shown_applied_and_undone(aurora: Aurora, tools: Tools, code: Path) -> None:
    before = code.read_text()
    ran = aurora("document", str(code), "--no-examples", tools=tools)
    assert ran.status == 0
    assert '+    """Return `n / 2`.' in ran.out
    assert "half: summary by read" in ran.err
    assert "go: nothing more than its name is known" in ran.err
    made = aurora("document", str(code), "--no-examples", "--apply", "--json", tools=tools)
    assert (made.json["applied"], made.json["clean"], made.json["style"]) == (True, False, "google")
    assert aurora("document", str(code), "--undo", tools=tools).status == 0
    assert code.read_text() == before
