"""`aurora fix`: the diff is shown, what is proved is applied, undo restores."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.repair.engine import Repairer
from aurora.model.answer import Fault, Patch, Repair
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines, tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.records import entry, memory

Aurora = Callable[..., Ran]
REPAIR = Repair(Judgement(Verdict.VERIFIED), Patch((), {"a.py": "x = 2\n"}, "constant"))
LEAD = Repair(Judgement(Verdict.ABSTAINED), faults=(Fault("a.py", 1, 0.9, "in every failing test"),))


def broken(folder: Path) -> Path:
    root = folder / "project"
    root.mkdir()
    (root / "a.py").write_text("x = 1\n")
    return root


def test_a_missing_path_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("fix", str(tmp_path / "nothing"))
    assert ran.status == 2
    assert "there is no file or folder" in ran.err


def test_nothing_to_undo_ends_with_status_2(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("fix", str(broken(tmp_path)), "--undo").status == 2


def test_without_a_patch_the_best_lead_is_shown(aurora: Aurora, tmp_path: Path) -> None:
    ran = aurora("fix", str(broken(tmp_path)), tools=tools_with(tmp_path, ScriptedEngines(repairs=[LEAD])))
    assert ran.status == 1
    assert "suspicious: a.py:1 (in every failing test)" in ran.err


def test_what_is_noted_of_an_answer_is_shown(aurora: Aurora, tmp_path: Path) -> None:
    noted = replace(LEAD, notes=("The memory could not be used: [no] room",))
    ran = aurora("fix", str(broken(tmp_path)), tools=tools_with(tmp_path, ScriptedEngines(repairs=[noted])))
    assert "The memory could not be used: [no] room\n" in ran.err


def test_a_lead_is_shown_as_it_is_whatever_brackets_it_holds(aurora: Aurora, tmp_path: Path) -> None:
    lead = Repair(Judgement(Verdict.ABSTAINED), faults=(Fault("[b].py", 1, 0.9, "d[key] is not x[/red]"),))
    ran = aurora("fix", str(broken(tmp_path)), tools=tools_with(tmp_path, ScriptedEngines(repairs=[lead])))
    assert (ran.status, "suspicious: [b].py:1 (d[key] is not x[/red])" in ran.err) == (1, True)


@pytest.mark.parametrize("word", ["--dry-run", "--commit", "--add-test", "--install"])
def test_an_undo_that_is_asked_for_with_a_wish_of_a_fix_is_refused(aurora: Aurora, tmp_path: Path, word: str) -> None:
    root, tools = broken(tmp_path), tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    aurora("fix", str(root), tools=tools)
    ran = aurora("fix", str(root), "--undo", word, tools=tools)
    assert (ran.status, "--undo: takes a fix back at once; nothing was changed." in ran.err) == (2, True)
    assert (root / "a.py").read_text() == "x = 2\n"


def test_an_undo_of_a_file_that_the_newest_fix_left_alone_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    root, tools = broken(tmp_path), tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    (root / "b.py").write_text("y = 1\n")
    aurora("fix", str(root), tools=tools)
    ran = aurora("fix", str(root / "b.py"), "--undo", tools=tools)
    assert (ran.status, "which changed a.py; nothing was changed" in ran.err.replace("\n", " ")) == (2, True)
    assert aurora("fix", str(root / "a.py"), "--undo", tools=tools).status == 0
    assert (root / "a.py").read_text() == "x = 1\n"


def test_without_a_patch_the_past_repairs_that_are_like_it_are_shown(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[LEAD, LEAD]))
    tools.store().memories.add([entry(memory("1", "KeyError: [price]", "in stock.py"))])
    root = str(broken(tmp_path))
    assert "before: 2026-11-21 succeeded, KeyError: [price] (fix 1)" in aurora(
        "fix", root, "--issue", "a missing key", tools=tools
    ).err.replace("\n", " ")
    past = aurora("fix", root, "--issue", "KeyError", "--json", tools=tools).json["past_repairs"]
    assert "KeyError: [price]" in [each["title"] for each in past]


def test_a_dry_run_shows_the_diff_and_changes_nothing(aurora: Aurora, tmp_path: Path) -> None:
    root = broken(tmp_path)
    ran = aurora("fix", str(root), "--dry-run", tools=tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])))
    assert ran.status == 0
    assert "-x = 1\n+x = 2\n" in ran.out
    assert "Not applied: --dry-run." in ran.err
    assert (root / "a.py").read_text() == "x = 1\n"


def test_a_fix_is_applied_and_undone(aurora: Aurora, tmp_path: Path) -> None:
    root = broken(tmp_path)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    assert "Applied." in aurora("fix", str(root), tools=tools).err
    assert (root / "a.py").read_text() == "x = 2\n"
    ran = aurora("fix", str(root), "--undo", tools=tools)
    assert (ran.status, ran.err) == (0, "Restored a.py.\n")
    assert (root / "a.py").read_text() == "x = 1\n"


def test_json_says_what_was_done(aurora: Aurora, tmp_path: Path) -> None:
    root = broken(tmp_path)
    ran = aurora("fix", str(root), "--json", tools=tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])))
    assert (ran.json["verdict"], ran.json["applied"], ran.json["operator"]) == ("verified", True, "constant")


TWO = "def late(due, came):\n    return max(0, due - came)\n\n\ndef full(loans, most):\n    return len(loans) > most\n"
SEEN = {
    "late": "late(10, 14) == 4 and late(10, 8) == 0 and late(3, 12) == 9",
    "full": "full([1, 2], 2) and not full([1], 2) and full([], 0) and full([1, 2, 3], 2)",
    "odd": "late(0, 0) == 'x7%q' and late(1, 1) == '0k'",
}


def repaired(aurora: Aurora, folder: Path, *seen: str) -> Ran:
    """Two faults and the tests that see them, given to the command with the engine that there is."""
    tests = [f"def test_{name}():\n" + f"    assert {SEEN[name]}\n".replace(" and ", "\n    assert ") for name in seen]
    (folder / "loans.py").write_text(TWO)
    (folder / "test_loans.py").write_text("\n\n".join(("from loans import full, late\n", *tests)))
    with ExitStack() as closing:
        sandbox = open_sandbox()
        closing.callback(sandbox.close)
        tools = replace(tools_with(folder / "of-tools"), sandbox=sandbox, mend=Repairer(sandbox))
        return aurora("fix", str(folder), "--json", "--budget", "100", tools=tools)


def test_json_of_several_faults_has_one_judgement_of_all_and_what_is_said_of_each(
    aurora: Aurora, tmp_path: Path
) -> None:
    ran = repaired(aurora, tmp_path, "late", "full")
    assert (ran.status, ran.json["verdict"], ran.json["applied"]) == (0, "verified", True)
    assert [check["kind"] for check in ran.json["checks"]] == ["test", "agreement", "agreement", "doubt"]
    assert ran.json["reasons"][0] == "The failing tests see 2 faults, each of which was repaired by itself."
    heads = {said.partition(": ")[0] for said in ran.json["reasons"][1:]}
    assert heads == {"test_loans.py::test_late", "test_loans.py::test_full"}
    assert (ran.json["operator"].count(", then "), ran.json["diff"].count("\n+    ")) == (1, 2)
    assert "max(0, came - due)" in (tmp_path / "loans.py").read_text()


def test_json_of_several_faults_of_which_one_is_not_repaired_has_no_patch_and_says_what_passes(
    aurora: Aurora, tmp_path: Path
) -> None:
    ran = repaired(aurora, tmp_path, "full", "odd")
    assert (ran.status, ran.json["verdict"], ran.json["applied"], ran.json["diff"]) == (1, "abstained", False, "")
    assert ran.json["operator"] == ""
    lead, left = ran.json["reasons"][1:3]
    assert lead.startswith("Not applied, since others still fail; with it test_loans.py::test_full would pass:\n")
    assert left.startswith("Still failing, test_loans.py::test_odd: ")
    assert (tmp_path / "loans.py").read_text() == TWO


def test_an_installation_says_what_it_ran(aurora: Aurora, tmp_path: Path) -> None:
    fault = Fault("a.py", 1, 1.0, "the module yaml is not installed", missing="PyYAML")
    lead = Repair(Judgement(Verdict.ABSTAINED), faults=(fault,))
    root = str(broken(tmp_path))
    ran = aurora("fix", root, "--install", tools=tools_with(tmp_path, ScriptedEngines(repairs=[lead, REPAIR])))
    assert ran.status == 0
    assert "Ran: pip install PyYAML" in ran.err
    ran = aurora("fix", root, "--install", "--dry-run", tools=tools_with(tmp_path, ScriptedEngines(repairs=[lead])))
    assert "Not run (--dry-run): pip install PyYAML" in ran.err
    ran = aurora("fix", root, "--json", tools=tools_with(tmp_path, ScriptedEngines(repairs=[lead, REPAIR])))
    assert (ran.status, ran.json["ran"]) == (1, [])
