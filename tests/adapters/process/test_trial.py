"""What a rollout asks of the outside; its answers are in tests/flows/test_rollout.py too."""

from pathlib import Path

from aurora.adapters.process.ports import any_free
from aurora.adapters.process.trial import run, visit
from aurora.model.rollout import Gate


def test_nobody_who_answers_is_told_by_name(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{any_free()}/"
    wrong, seconds = visit(Gate(url))
    assert wrong.startswith(f"{url} does not answer: ")
    assert seconds >= 0
    assert run(["/nowhere"], tmp_path, 1.0) == "/nowhere cannot be run: No such file or directory"


def test_a_command_that_ends_well_says_nothing(tmp_path: Path) -> None:
    assert run(["sh", "-c", "pwd > here"], tmp_path, 30.0) == ""
    assert (tmp_path / "here").read_text("utf-8").strip() == str(tmp_path)
