"""`aurora components`: what lives, what is declared only, what a drill showed."""

from collections.abc import Callable
from pathlib import Path

from aurora.registry.discover import discover
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_an_unknown_component_is_refused(aurora: Aurora) -> None:
    assert aurora("components", "C99").status == 2


def test_a_component_says_how_it_is(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    ran = aurora("components", "C31", "1", tools=tools)
    assert ran.status == 0
    assert "Validation System" in ran.out
    assert "1 of 1 are well; 1 are declared only." in ran.out
    facts = aurora("components", "31", "--json", tools=tools).json[0]
    assert (facts["living"], facts["ok"], facts["health"]["wrong"]) == (True, True, "")


def test_a_drill_says_what_was_broken(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    ran = aurora("components", "--drill", "C31", tools=tools)
    assert (ran.status, "survived" in ran.out, "the gate for names was opened" in ran.out) == (0, True, True)
    assert aurora("components", "--drill", "C31", "--json", tools=tools).json[0]["drill"]["passed"] is True
