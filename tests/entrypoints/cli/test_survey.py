"""`aurora units`, `modules`, `check`: lists at computed levels."""

from collections.abc import Callable
from pathlib import Path

from aurora.registry.declare import Contract, Example
from aurora.registry.discover import Registry
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]
SHOUT: Contract[Callable[[str], str], str, str] = Contract("shout", lambda run, given: run(given))


def registry(answer: str) -> Registry:
    def shout(text: str) -> str:
        return text.upper()

    shout.__module__ = "aurora.modules.autonomy.shout"
    part = SHOUT.part(examples=[Example("a", answer)], unit="M1")(shout)
    return Registry((part,))  # type: ignore[arg-type]


def test_a_failing_part_is_told_with_status_1(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("check", tools=tools_with(tmp_path, registry=registry("B")))
    assert ran.status == 1
    assert "modules.autonomy.shout, example 1: 'a' gave 'A', expected 'B'" in ran.err
    assert ran.out == "1 parts checked, 1 failures.\n"


def test_parts_that_hold_end_with_status_0(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("check", "--json", tools=tools_with(tmp_path, registry=registry("A")))
    assert (ran.status, ran.json) == (0, {"parts": 1, "failures": []})


def test_units_are_filtered_by_kind_and_level(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=registry("A"))
    ran = aurora("units", "--kind", "mode", "--level", "proven", "--json", tools=tools)
    assert [(item["id"], item["level"]) for item in ran.json["items"]] == [("M1", "proven")]
    assert ran.json["counts"] == {"proven": 1}


def test_an_unknown_kind_is_refused(aurora: Aurora) -> None:
    assert aurora("units", "--kind", "wonder").status == 2


def test_modules_are_a_table_with_their_levels(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("modules", tools=tools_with(tmp_path, registry=registry("A")))
    assert "modules.autonomy.shout" in ran.out
    assert ran.out.splitlines()[-1] == "1 proven"


def test_nothing_to_list_says_none(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("modules", tools=tools_with(tmp_path)).out.splitlines()[-1] == "none"
