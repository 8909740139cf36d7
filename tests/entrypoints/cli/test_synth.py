"""`aurora synth`: code on stdout, the verdict on stderr."""

from collections.abc import Callable
from pathlib import Path

from aurora.registry.discover import discover
from tests.doubles import ScriptedEngines, tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]
CODE = "def f(n):\n    return 2 * n\n"


def test_contradicting_examples_are_refused(aurora: Aurora) -> None:
    ran = aurora("synth", "double", "--example", "f(1) == 2", "--example", "f(1) == 3")
    assert ran.status == 2
    assert "contradict each other: f(1) == 2 and f(1) == 3" in " ".join(ran.err.split())


def test_an_example_that_is_not_python_is_refused(aurora: Aurora) -> None:
    assert aurora("synth", "double", "--example", "f(1 = 2").status == 2


def test_an_abstention_prints_no_code_and_ends_with_status_1(aurora: Aurora) -> None:
    ran = aurora("synth", "double")
    assert (ran.status, ran.out) == (1, "")
    assert "abstained" in ran.err
    assert "Nothing was found." in ran.err


def test_words_alone_are_answered_by_known_functions_and_the_example_that_chooses_one(
    aurora: Aurora, tmp_path: Path
) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.knowledge.statistics"))
    ran = aurora("synth", "the median of numbers", tools=tools)
    assert (ran.status, ran.out) == (1, "")
    assert "def median(numbers): The middle number" in ran.err
    assert '--example "median([4, 1, 3, 2]) == 2.5"' in ran.err
    told = aurora("synth", "the median of numbers", "--json", tools=tools).json["suggestions"]
    assert told[0]["component"] == "units.knowledge.statistics.median"


def test_the_code_alone_is_on_stdout(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("synth", "double", "--name", "f", tools=tools_with(tmp_path, ScriptedEngines({"f": CODE})))
    assert (ran.status, ran.out) == (0, CODE)
    assert "verified in " in ran.err
    assert "7 candidates tried" in ran.err


def test_json_is_one_value_with_the_verdict(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"f": CODE}))
    ran = aurora("synth", "double", "--example", "f(1) == 2", "--json", tools=tools)
    assert (ran.json["verdict"], ran.json["code"], ran.json["candidates"]) == ("verified", CODE, 7)


def test_words_signature_examples_and_budget_reach_the_engine(aurora: Aurora, tmp_path: Path) -> None:
    engines = ScriptedEngines()
    aurora(
        "synth", "double a number", "--signature", "def f(n: int) -> int", "--example", "f(1) == 2",
        tools=tools_with(tmp_path, engines),
    )  # fmt: skip
    (task,) = engines.tasks
    assert (task.prompt, task.name, task.signature) == ("double a number", "f", "def f(n: int) -> int")
    assert task.asserts == ("assert f(1) == 2",)
