"""`aurora learn`: what was learned."""

from collections.abc import Callable
from pathlib import Path

from aurora.flows.experience import write_function
from aurora.model.task import Budget, SynthesisTask
from tests.doubles import ScriptedEngines, tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.flows.test_learning_curve import SPEC
from tests.flows.test_relearn import teach

Aurora = Callable[..., Ran]


def test_what_is_not_known_is_refused(aurora: Aurora) -> None:
    assert aurora("learn", "explain", "nothing").status == 2
    assert "Nothing was learned yet" in aurora("learn", "show").err
    assert aurora("learn", "reset", "nothing").status == 2
    assert aurora("learn", "reset", "--json").json == {"forgotten": 0}
    assert aurora("learn", "curve", "none.md", "none.md").status == 2


def test_what_was_learned_is_shown_explained_and_forgotten(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"f": "def f(a): return a"}))
    write_function(tools, SynthesisTask("add", "f", "def f(a: int) -> int"), Budget())
    assert "+0.300" in aurora("learn", "show", tools=tools).out
    assert aurora("learn", "show", "--json", tools=tools).json[0]["part"] == "scripted"
    shown = aurora("learn", "explain", "scripted", tools=tools).out
    assert "tried earlier" in shown
    assert "+0.000 -> +0.300" in shown
    assert aurora("learn", "explain", "f", "--json", tools=tools).json["records"][0]["func_name"] == "f"
    assert "1 value forgotten" in aurora("learn", "reset", "scripted", tools=tools).err


def test_a_curve_prints_its_points(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({name: f"def {name}(n): return n" for name in ("held", "one")}))
    for name in ("held", "one"):
        (tmp_path / f"{name}.md").write_text(SPEC.format(name=name, title=f"Do {name}"))
    words = ("learn", "curve", str(tmp_path / "held.md"), str(tmp_path / "one.md"))
    assert "   1 recorded: 1 of 1 verified, 7 candidates tried" in aurora(*words, tools=tools).out
    assert len(aurora(*words, "--json", tools=tools).json["points"]) == 2


def test_learning_again_is_measured_kept_listed_and_taken_back(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert aurora("learn", "undo", tools=tools).status == 2
    assert "no version yet" in aurora("learn", "versions", tools=tools).err
    teach(tools, 8)
    assert "Nothing was changed" in aurora("learn", "refresh", "--dry-run", tools=tools).err
    made = aurora("learn", "refresh", tools=tools)
    assert "bias            8 outcomes" in made.out
    assert "Kept as version 000001." in made.err
    assert aurora("learn", "versions", "--json", tools=tools).json[0]["id"] == "000001"
    assert aurora("learn", "undo", "--json", tools=tools).json["id"] == "000001"
    assert aurora("learn", "refresh", "--json", tools=tools).json["measured"][0]["kept"] is True
