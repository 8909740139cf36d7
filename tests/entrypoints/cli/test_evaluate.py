"""`aurora eval`: the files of formats.md section 4, resumable."""

import json
from collections.abc import Callable
from pathlib import Path

from aurora.model.execution import Outcome, Status
from tests.doubles import ScriptedEngines, ScriptedSandbox, tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]
CODE = "def f(n):\n    return 2 * n\n"


def tasks(folder: Path) -> Path:
    path = folder / "tasks.jsonl"
    rows = [
        {"id": f"t/{name}", "prompt": "", "name": name, "visible": ["assert f(1) == 2"], "hidden": []}
        for name in ("f", "g", "f2")
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def repair_tasks(folder: Path) -> Path:
    path = folder / "repairs.jsonl"
    path.write_text(json.dumps({"id": "r/1", "files": {"a.py": "x = 1\n"}, "target": ["a.py"]}) + "\n")
    return path


def test_a_missing_task_file_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("eval", "synth", str(tmp_path / "nothing"), "--out", str(tmp_path / "out")).status == 2


def test_a_task_id_that_is_not_there_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("eval", "synth", str(tasks(tmp_path)), "--out", str(tmp_path / "out"), "--only", "t/x")
    assert ran.status == 2
    assert "there is no task 't/x'" in ran.err


def test_rows_and_summary_are_written(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"f": CODE, "f2": CODE}), ScriptedSandbox(Outcome(Status.OK)))
    ran = aurora("eval", "synth", str(tasks(tmp_path)), "--out", str(tmp_path / "out"), "--limit", "2", tools=tools)
    assert ran.status == 0
    assert ran.out.startswith("1 solved / 1 answered / 2 done of 2 tasks.")
    rows = [json.loads(line) for line in (tmp_path / "out" / "results.jsonl").read_text().splitlines()]
    assert [(row["id"], row["verdict"], row["solved"]) for row in rows] == [
        ("t/f", "verified", True),
        ("t/g", "abstained", None),
    ]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert (summary["tasks"], summary["answered"], summary["budget"], summary["version"]) == (2, 1, 20.0, "0")


def test_a_second_evaluation_runs_only_what_is_missing(aurora: Aurora, tmp_path: Path) -> None:
    first, second = ScriptedEngines({"f": CODE}), ScriptedEngines({"f": CODE})
    command = ("eval", "synth", str(tasks(tmp_path)), "--out", str(tmp_path / "out"))
    aurora(*command, "--limit", "2", tools=tools_with(tmp_path, first))
    ran = aurora(*command, "--json", tools=tools_with(tmp_path, second))
    assert [task.name for task in second.tasks] == ["f2"]
    assert ran.json["tasks"] == 3


def test_repairs_are_scored_too(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("eval", "repair", str(repair_tasks(tmp_path)), "--out", str(tmp_path / "out"), "--json")
    assert (ran.json["tasks"], ran.json["answered"]) == (1, 0)


def test_a_reference_that_lacks_a_task_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    references = tmp_path / "references.jsonl"
    references.write_text('{"id": "other", "files": {}}\n')
    command = ("eval", "repair", str(repair_tasks(tmp_path)), "--out", str(tmp_path / "out"))
    assert aurora(*command, "--reference", str(references)).status == 2
