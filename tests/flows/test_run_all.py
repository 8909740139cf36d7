"""The main job, with scripted engines: every result lands in the run folder, in order."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.flows.run_all import plan, run_all
from aurora.flows.tools import Tools
from aurora.model.answer import Patch, Repair
from aurora.model.errors import BadInputError, NotFoundError, SpecError
from aurora.model.progress import Progress
from aurora.model.task import Budget
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines, tools_with

SPEC = """# Spec: numbers

### Function `double`
```python
def double(n: int) -> int
```

#### Description
Twice a number.

#### Examples
| n | out |
|---|-----|
| 2 | 4 |

### Function `fourfold`
```python
def fourfold(n: int) -> int
```

#### Description
Four times a number.

#### Examples
| n | out |
|---|-----|
| 2 | 8 |
"""
DOUBLE = "def double(n):\n    return 2 * n\n"
FOURFOLD = "def fourfold(n):\n    return double(double(n))\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "numbers.md").write_text(SPEC)
    (tmp_path / "examples" / "adder").mkdir(parents=True)
    (tmp_path / "examples" / "adder" / "add.py").write_text("x = 1\n")
    return tmp_path


def engines() -> ScriptedEngines:
    repair = Repair(Judgement(Verdict.VERIFIED), Patch((), {"add.py": "x = 2\n"}))
    return ScriptedEngines({"double": DOUBLE, "fourfold": FOURFOLD}, [repair])


def done(tools: Tools, *given: Path) -> tuple[Path, list[str]]:
    steps: list[Progress] = []
    _, report = run_all(tools, plan(tools, given), Budget(1), steps.append)
    return report, [step.stage for step in steps]


def test_a_specification_that_is_not_there_is_not_found(house: Path) -> None:
    with pytest.raises(NotFoundError):
        plan(tools_with(house), (house / "nothing.md",))


def test_a_folder_without_specifications_is_refused(house: Path) -> None:
    (house / "empty").mkdir()
    with pytest.raises(BadInputError, match="holds no specification"):
        plan(tools_with(house), (house / "empty",))


def test_a_bad_specification_is_refused_before_anything_is_run(house: Path) -> None:
    (house / "specs" / "bad.md").write_text("nothing here\n")
    with pytest.raises(SpecError):
        plan(tools_with(house), ())
    assert not (house / "runs").exists()


def test_everything_is_in_the_run_folder(house: Path) -> None:
    report, stages = done(tools_with(house, engines()))
    folder = report.parent
    assert sorted(stages) == ["adder", "numbers.double", "numbers.fourfold"]
    assert {path.name for path in folder.iterdir()} == {
        "report.html", "scores.json", "scores_diff.json", "run.json", "src", "tests", "patches",
        "trace.jsonl", "corpus.jsonl", "call_graph.json", "graph_diff.json",
    }  # fmt: skip
    assert (house / "runs" / "latest").read_text() == f"{folder.name}\n"
    assert json.loads((folder / "call_graph.json").read_text()) == {
        "numbers.double": [],
        "numbers.fourfold": ["numbers.double"],
    }
    assert (folder / "patches" / "adder.diff").read_text().endswith("-x = 1\n+x = 2\n")
    assert (house / "examples" / "adder" / "add.py").read_text() == "x = 1\n"


def test_a_function_is_written_with_those_it_calls(house: Path) -> None:
    report, _ = done(tools_with(house, engines()))
    scope: dict[str, object] = {}
    exec((report.parent / "src" / "numbers" / "fourfold.py").read_text(), scope)
    assert eval("fourfold(3)", scope) == 12


def test_a_later_function_is_given_the_earlier_answers(house: Path) -> None:
    scripted = engines()
    done(tools_with(house, scripted))
    tasks = {task.name: task for task in scripted.tasks}
    assert tasks["double"].library == {}
    assert tasks["fourfold"].library == {"double": DOUBLE}


def test_named_specifications_leave_the_examples_out(house: Path) -> None:
    _, stages = done(tools_with(house, engines()), house / "specs" / "numbers.md")
    assert stages == ["numbers.double", "numbers.fourfold"]


def test_a_second_run_is_compared_with_the_first(house: Path) -> None:
    done(tools_with(house, engines()))
    worse = ScriptedEngines({"double": DOUBLE})
    tools = tools_with(house, worse)
    report, _ = done(replace(tools, settings=replace(tools.settings, learning=0)))
    differences = json.loads((report.parent / "scores_diff.json").read_text())
    assert differences["regressions"] == ["examples.adder", "numbers.fourfold"]
    assert "Regressions 2" in report.read_text()
    graph = json.loads((report.parent / "graph_diff.json").read_text())
    assert graph == {"added": [], "removed": [["numbers.fourfold", "numbers.double"]]}


def test_the_corpus_has_a_record_for_each_function(house: Path) -> None:
    report, _ = done(tools_with(house, engines()))
    rows = [json.loads(line) for line in (report.parent / "corpus.jsonl").read_text().splitlines()]
    assert [(row["func_name"], row["verdict"], row["calls_functions"]) for row in rows] == [
        ("double", "verified", []),
        ("fourfold", "verified", ["double"]),
    ]


def test_an_interrupt_keeps_what_was_done(house: Path) -> None:
    tools = tools_with(house, engines())

    def interrupt(step: Progress) -> None:
        if step.done == 2:
            raise KeyboardInterrupt

    run, report = run_all(tools, plan(tools, ()), Budget(1), interrupt)
    assert run.interrupted
    assert len(run.functions) + len(run.projects) == 2
    assert "Interrupted" in report.read_text()


def test_an_engine_that_breaks_ends_the_run_with_its_error(house: Path) -> None:
    class Broken(ScriptedEngines):
        def search(self, *_args: object, **_words: object) -> object:  # type: ignore[override]
            raise ValueError("broken")

    tools = tools_with(house, Broken())
    with pytest.raises(ValueError, match="broken"):
        run_all(tools, plan(tools, ()), Budget(1))
