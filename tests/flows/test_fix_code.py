"""Fixing: what is proved is applied, everything else changes nothing."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.git.commit import commit
from aurora.adapters.git.revision import revision
from aurora.adapters.projects.change import Maker
from aurora.flows.fix_code import (
    CutShortError,
    StoppedChangeError,
    UncommittedError,
    Wishes,
    apply_change,
    changes_of,
    fix_code,
    undo_change,
)
from aurora.model.answer import Fault, Patch, Pin, Repair
from aurora.model.errors import BadInputError, NotFoundError, ToolError
from aurora.model.execution import Outcome, Status
from aurora.model.memory import Source
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Judgement, Verdict
from tests.checkouts import check_in, git, give_hook
from tests.doubles import InstalledNames, ScriptedEngines, ScriptedSandbox, tools_with

BROKEN = "def add(a, b):\n    return a - b  # the sum\n"
FIXED = "def add(a, b):\n    return a + b  # the sum\n"
REPAIR = Repair(Judgement(Verdict.VERIFIED), Patch((), {"add.py": FIXED}, "arithmetic", why="- becomes +"))
FAILING, PASSING = Outcome(Status.EXITED, exit_code=1), Outcome(Status.OK)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "add.py").write_text(BROKEN)
    return root


def test_nothing_to_undo_is_said(tmp_path: Path, project: Path) -> None:
    with pytest.raises(NotFoundError):
        undo_change(tools_with(tmp_path), project)


def test_an_abstention_changes_nothing(tmp_path: Path, project: Path) -> None:
    fix = fix_code(tools_with(tmp_path), project, Budget())
    assert (fix.answer.verdict, fix.applied, fix.diff, fix.nothing_wrong) == (Verdict.ABSTAINED, False, "", False)
    assert (project / "add.py").read_text() == BROKEN


def test_the_engine_and_the_users_own_tests_are_given_the_data_of_the_project(tmp_path: Path, project: Path) -> None:
    (project / "raw.bin").write_bytes(b"\xff")
    engines, sandbox = Asked(REPAIR), ScriptedSandbox(FAILING, PASSING)
    fix_code(tools_with(tmp_path, engines, sandbox), project, Budget(), test="pytest -q")
    assert [task.data for task in engines.repaired] == [{"raw.bin": b"\xff"}]
    assert [program.files["raw.bin"] for program in sandbox.asked] == [b"\xff"] * 2


def test_an_abstention_without_tests_says_that_examples_in_docstrings_are_none(tmp_path: Path, project: Path) -> None:
    (project / "doc.py").write_text('def one():\n    """One.\n\n    >>> one()\n    1\n    """\n')
    said = "Examples in docstrings are not run as tests: doc.py."
    assert fix_code(tools_with(tmp_path), project, Budget()).answer.judgement.reasons[-1] == said
    (project / "test_doc.py").write_text("")
    assert said not in fix_code(tools_with(tmp_path), project, Budget()).answer.judgement.reasons


@pytest.mark.parametrize("unrun", [(), ("test_late was not run.",)])
def test_tests_that_were_not_run_are_not_said_to_pass(tmp_path: Path, project: Path, unrun: tuple[str, ...]) -> None:
    found = Repair(Judgement(Verdict.ABSTAINED), whole=True, unrun=unrun)
    assert fix_code(tools_with(tmp_path, Asked(found)), project, Budget()).nothing_wrong is not bool(unrun)


def test_an_abstention_names_the_data_that_is_too_large(tmp_path: Path, project: Path) -> None:
    (project / "big.bin").write_bytes(bytes(3 * 2**20))
    fix = fix_code(tools_with(tmp_path), project, Budget())
    assert fix.answer.judgement.reasons[-1] == "Too large to be given to the tests: big.bin."


def test_of_very_many_data_an_abstention_names_some_and_says_that_they_are_many(tmp_path: Path, project: Path) -> None:
    for count in range(1_008):
        (project / f"{count:04}.bin").write_bytes(b"x")
    said = fix_code(tools_with(tmp_path), project, Budget()).answer.judgement.reasons[-1]
    named = ", ".join(f"{count}.bin" for count in range(1_000, 1_006))
    assert said == f"Too large, or too many, to be given to the tests: {named} and 2 more."


def test_an_abstention_names_the_files_that_could_not_be_changed(tmp_path: Path, project: Path) -> None:
    (project / "latin.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    (project / "build").mkdir()
    (project / "build" / "made.py").write_text("x = 1\n")
    (project / "link.py").symlink_to("build/made.py")
    fix = fix_code(tools_with(tmp_path), project, Budget())
    assert "Not changed whatever they hold, not being in UTF-8: latin.py." in fix.answer.judgement.reasons
    why = "Not changed whatever they hold, being links to files that are not read: link.py."
    assert why in fix.answer.judgement.reasons


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_fix_that_was_found_by_a_link_changes_the_file_and_the_tests_see_both(tmp_path: Path, project: Path) -> None:
    (project / "lib").mkdir()
    (project / "add.py").rename(project / "lib" / "add.py")
    (project / "add.py").symlink_to("lib/add.py")
    sandbox = ScriptedSandbox(FAILING, PASSING)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]), sandbox)
    fix = fix_code(tools, project, Budget(), test="pytest -q")
    assert "+++ b/lib/add.py" in fix.diff
    assert ((project / "add.py").is_symlink(), (project / "lib" / "add.py").read_text()) == (True, FIXED)
    assert sandbox.asked[1].files["add.py"] == sandbox.asked[1].files["lib/add.py"] == FIXED
    undo_change(tools, project)
    assert ((project / "add.py").is_symlink(), (project / "lib" / "add.py").read_text()) == (True, BROKEN)


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_fix_of_a_link_changes_the_file_and_is_undone_by_the_link(tmp_path: Path, project: Path) -> None:
    (link := tmp_path / "link.py").symlink_to(project / "add.py")
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    assert fix_code(tools, link, Budget()).applied
    assert (link.is_symlink(), (project / "add.py").read_text()) == (True, FIXED)
    undo_change(tools, link)
    assert (link.is_symlink(), (project / "add.py").read_text()) == (True, BROKEN)


def test_a_dry_run_shows_the_diff_and_changes_nothing(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    fix = fix_code(tools, project, Budget(), wishes=Wishes(dry_run=True))
    assert not fix.applied
    assert "-    return a - b  # the sum\n+    return a + b  # the sum\n" in fix.diff
    assert (project / "add.py").read_text() == BROKEN


def test_a_proved_patch_is_applied_and_undone(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]), ScriptedSandbox(FAILING, PASSING))
    fix = fix_code(tools, project, Budget(), test="pytest -q")
    assert fix.applied
    assert (project / "add.py").read_text() == FIXED
    assert undo_change(tools, project).title == "- becomes +"
    assert (project / "add.py").read_text() == BROKEN


def test_the_users_own_test_command_runs_on_the_patched_files(tmp_path: Path, project: Path) -> None:
    sandbox = ScriptedSandbox(FAILING, PASSING)
    fix_code(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]), sandbox), project, Budget(), test="pytest -q")
    before, after = sandbox.asked
    assert before.command == after.command == ("python", "-m", "pytest", "-q")
    assert (before.files["add.py"], after.files["add.py"]) == (BROKEN, FIXED)


def test_a_patch_that_the_users_own_tests_reject_is_not_applied(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]), ScriptedSandbox(FAILING, FAILING))
    fix = fix_code(tools, project, Budget(), test="make test")
    assert (fix.answer.verdict, fix.applied) == (Verdict.ABSTAINED, False)
    assert "`make test` still fails" in fix.answer.judgement.reasons[0]
    assert (project / "add.py").read_text() == BROKEN


def test_tests_that_pass_and_no_patch_mean_that_nothing_is_wrong(tmp_path: Path, project: Path) -> None:
    fix = fix_code(tools_with(tmp_path, sandbox=ScriptedSandbox(PASSING)), project, Budget(), test="pytest")
    assert fix.nothing_wrong


@pytest.mark.parametrize(
    ("issue", "outcome", "nothing"), [("", None, True), ("it is slow", None, False), ("", FAILING, False)]
)
def test_a_project_whose_tests_pass_already_is_told_as_whole_and_not_remembered_as_a_failure(
    tmp_path: Path, project: Path, issue: str, outcome: Outcome | None, nothing: bool
) -> None:
    whole = Repair(Judgement(Verdict.ABSTAINED, reasons=("All pass.",)), whole=True)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[whole]), ScriptedSandbox(*([outcome] if outcome else [])))
    fix = fix_code(tools, project, Budget(), test="make test" if outcome else "", issue=issue)
    assert (fix.nothing_wrong, fix.applied) == (nothing, False)
    assert tools.store().memories.size() == 0


def test_a_commit_outside_git_is_refused_before_anything_changes(tmp_path: Path, project: Path) -> None:
    with pytest.raises(BadInputError, match="Git checkout"):
        fix_code(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), project, Budget(), wishes=Wishes(commit=True))
    assert (project / "add.py").read_text() == BROKEN


@pytest.mark.parametrize(
    ("hook", "became", "text"),
    [
        ("exit 1", "the patch was taken back", BROKEN),
        (
            "echo '# formed' >> add.py; exit 1",
            r"the patch stays applied, as .*add\.py is no longer as the change left it",
            FIXED + "# formed\n",
        ),
    ],
)
def test_a_patch_whose_commit_is_refused_is_taken_back_unless_the_hook_changed_it(
    tmp_path: Path, project: Path, hook: str, became: str, text: str
) -> None:
    check_in(project)
    give_hook(project, "pre-commit", f"echo not on Fridays >&2\n{hook}")
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    with pytest.raises(UncommittedError, match=f"not on Fridays.*{became}"):
        fix_code(tools, project, Budget(), wishes=Wishes(commit=True))
    assert (project / "add.py").read_text() == text
    assert git(project, "diff", "--cached") == ""


def state_of(project: Path) -> tuple[str, str, str]:
    """The newest commit, the index, and what is in the files."""
    newest, index, changed = (
        git(project, *words) for words in (("rev-parse", "HEAD"), ("ls-files", "-s"), ("status",))
    )
    return newest, index, changed + (project / "add.py").read_text()


@pytest.mark.parametrize("moment", ["apply", "applied", "commit", "apply again"])
def test_an_interruption_before_the_commit_leaves_tree_and_index_as_they_were_and_says_so(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    check_in(project)
    before = state_of(project)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR, REPAIR]))
    if moment == "apply again":  # after a fix that Git discarded
        fix_code(tools, project, Budget())
        git(project, "checkout", "--", ".")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def late(*given: object) -> None:
        apply_change(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    if moment == "commit":
        monkeypatch.setattr("aurora.flows.fix_code.commit", stop)
    else:
        monkeypatch.setattr("aurora.flows.fix_code.apply_change", late if moment == "applied" else stop)
    became = "nothing was changed" if "apply" in moment.split() else "the patch was taken back"
    with pytest.raises(CutShortError, match=f"interrupted; {became}"):
        fix_code(tools, project, Budget(), wishes=Wishes(commit=True))
    assert state_of(project) == before
    assert len(changes_of(tools).kept(project)) == (moment == "apply again")


def test_an_interruption_after_the_commit_leaves_the_patch_and_says_so(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_in(project)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))

    def late(root: Path, names: tuple[str, ...], message: str) -> None:
        commit(root, names, message)
        raise KeyboardInterrupt

    monkeypatch.setattr("aurora.flows.fix_code.commit", late)
    with pytest.raises(CutShortError, match="interrupted; the patch is applied and committed"):
        fix_code(tools, project, Budget(), wishes=Wishes(commit=True))
    assert (project / "add.py").read_text() == FIXED
    assert git(project, "status", "--porcelain") == ""


def test_a_refused_commit_takes_back_no_change_of_somebody_else(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    (project / "other.py").write_text("x = 1\n")
    check_in(project)

    def refused(root: Path, *_: object) -> str:
        changes_of(tools).apply(root, {"other.py": "x = 1\n"}, {"other.py": "x = 2\n"}, "of somebody else")
        raise ToolError("git", "not on Fridays")

    monkeypatch.setattr("aurora.flows.fix_code.commit", refused)
    with pytest.raises(UncommittedError, match="the patch was taken back"):
        fix_code(tools, project, Budget(), wishes=Wishes(commit=True))
    assert (project / "add.py").read_text() == BROKEN
    assert (project / "other.py").read_text() == "x = 2\n"


def test_a_patch_that_somebody_took_back_while_it_was_committed_is_told_so(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    check_in(project)

    def refused(root: Path, *_: object) -> str:
        changes_of(tools).undo(root)
        raise ToolError("git", "not on Fridays")

    monkeypatch.setattr("aurora.flows.fix_code.commit", refused)
    with pytest.raises(UncommittedError, match="somebody else took the patch back meanwhile"):
        fix_code(tools, project, Budget(), wishes=Wishes(commit=True))


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_regression_test_changes_the_file_that_a_link_leads_to_and_not_the_link(
    tmp_path: Path, project: Path
) -> None:
    (project / "real").mkdir()
    (project / "real" / "cases.py").write_text("from add import add\n")
    (project / "test_add.py").symlink_to("real/cases.py")
    answer = replace(REPAIR, pins=(Pin("test_add.py", "add(2, 5)", "7"),))
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[answer]), ScriptedSandbox(FAILING, PASSING))
    assert fix_code(tools, project, Budget(), wishes=Wishes(add_test=True)).applied
    assert (project / "test_add.py").is_symlink()
    assert "assert add(2, 5) == 7" in (project / "real" / "cases.py").read_text()


def test_a_patch_is_applied_though_no_regression_test_can_be_written_and_that_is_said(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "test_add.py").write_text("from add import add\n")
    answer = replace(REPAIR, pins=(Pin("test_add.py", "add(2, 5)", "7"),))
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[answer]), ScriptedSandbox(FAILING, PASSING))
    monkeypatch.setattr("aurora.flows.fix_code.can_replace", lambda path: path.name != "test_add.py")
    made = fix_code(tools, project, Budget(), wishes=Wishes(add_test=True))
    assert made.applied
    assert made.answer.notes[-1] == "No regression test was added: test_add.py cannot be written."
    assert (project / "test_add.py").read_text() == "from add import add\n"


def test_where_no_regression_test_is_found_that_is_said(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    made = fix_code(tools, project, Budget(), wishes=Wishes(add_test=True))
    assert made.applied
    assert made.answer.notes[-1].startswith("No regression test was added: none was found that fails without the patch")


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_other_names_of_a_changed_file_are_told_to_keep_its_old_text(tmp_path: Path, project: Path) -> None:
    os.link(project / "add.py", tmp_path / "other.py")
    made = fix_code(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), project, Budget())
    assert made.answer.notes[-1] == "Other names of the file (hard links) keep its old text: add.py."
    assert (tmp_path / "other.py").read_text() == BROKEN


def test_a_patch_is_applied_though_its_tests_are_in_another_encoding(tmp_path: Path, project: Path) -> None:
    (project / "test_add.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    answer = replace(REPAIR, pins=(Pin("test_add.py", "add(2, 5)", "7"),))
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[answer]), ScriptedSandbox(FAILING, PASSING))
    assert fix_code(tools, project / "add.py", Budget(), wishes=Wishes(add_test=True)).applied
    assert (project / "test_add.py").read_bytes() == b"# coding: latin-1\nx = '\xe9'\n"


def test_a_commit_outside_git_is_refused_before_anything_is_searched(tmp_path: Path, project: Path) -> None:
    with pytest.raises(BadInputError, match="Git checkout"):
        fix_code(tools_with(tmp_path), project, Budget(), wishes=Wishes(commit=True))


def test_one_patch_is_one_commit(tmp_path: Path, project: Path) -> None:
    check_in(project)
    fix = fix_code(
        tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), project, Budget(), wishes=Wishes(commit=True)
    )
    assert fix.commit == revision(project)


def test_the_memory_of_a_fix_says_where_the_project_is_from_wherever_it_was_asked(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    fix_code(tools, Path(), Budget())
    (kept,) = changes_of(tools).kept(project)
    memory = tools.store().memories.of(Source.FIX, kept.maker.memory)
    assert memory is not None
    assert memory.link == str(project)


def test_a_second_run_changes_nothing(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR, REPAIR]))
    assert fix_code(tools, project, Budget()).applied
    second = fix_code(tools, project, Budget())
    assert (second.applied, second.diff) == (False, "")
    assert undo_change(tools, project).title == "- becomes +"
    assert (project / "add.py").read_text() == BROKEN


def test_a_change_that_was_cut_in_half_is_rolled_back_before_anything_is_read(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path)
    changes_of(tools).apply(project, {"add.py": BROKEN}, {"add.py": FIXED}, "cut")
    (record,) = (tmp_path / "state").rglob("*.json")
    record.write_text(record.read_text().replace('"applied"', '"started"'))
    fix_code(tools, project, Budget())
    assert (project / "add.py").read_text() == BROKEN


def test_a_change_that_would_make_a_file_worse_is_stopped(tmp_path: Path, project: Path) -> None:
    (project / "good.py").write_text("x = 1\n")
    tools, before = tools_with(tmp_path), {"add.py": BROKEN, "good.py": "x = 1\n"}
    for text, gate in (("x = (\n", "syntax"), ("x = nowhere\n", "names")):
        with pytest.raises(StoppedChangeError, match=f"gate for {gate}"):
            apply_change(tools, project, before, {"add.py": FIXED, "good.py": text}, "change", Maker())
    assert (project / "add.py").read_text() == BROKEN
    apply_change(tools, project, before, {"add.py": FIXED, "notes.txt": "x = ("}, "change", Maker())
    assert ((project / "add.py").read_text(), (project / "notes.txt").read_text()) == (FIXED, "x = (")


def test_a_file_that_a_patch_adds_goes_when_the_patch_is_undone(tmp_path: Path, project: Path) -> None:
    patch = Patch((), {"add.py": FIXED, "add_base.py": "x = 1\n"}, why="x moves")
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[Repair(Judgement(Verdict.VERIFIED), patch)]))
    assert fix_code(tools, project, Budget()).applied
    assert (project / "add_base.py").read_text() == "x = 1\n"
    undo_change(tools, project)
    assert [(path.name, path.read_text()) for path in project.iterdir()] == [("add.py", BROKEN)]


MISSING = Repair(Judgement(Verdict.ABSTAINED), faults=(Fault("add.py", 1, 1.0, "not installed", missing="PyYAML"),))


def test_what_is_missing_is_installed_when_it_is_asked_for_and_the_repair_goes_on(
    tmp_path: Path, project: Path
) -> None:
    tools, told = tools_with(tmp_path, ScriptedEngines(repairs=[MISSING, REPAIR])), list[str]()
    fix = fix_code(tools, project, Budget(), wishes=Wishes(install=True), watch=lambda step: told.append(step.note))
    assert (fix.applied, fix.ran) == (True, ("pip install PyYAML",))
    assert "pip install PyYAML" in told


def test_nothing_is_installed_unless_it_is_asked_for(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[MISSING, REPAIR]))
    fix = fix_code(tools, project, Budget())
    assert (fix.answer.verdict, fix.ran, tools.installer) == (Verdict.ABSTAINED, (), InstalledNames())


def test_what_is_missing_still_after_it_was_installed_is_installed_once(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[MISSING, MISSING]))
    fix = fix_code(tools, project, Budget(), wishes=Wishes(install=True))
    assert (fix.answer.verdict, fix.ran) == (Verdict.ABSTAINED, ("pip install PyYAML",))


def test_a_patch_is_applied_once_after_what_is_missing_was_installed(tmp_path: Path, project: Path) -> None:
    both = replace(REPAIR, faults=MISSING.faults)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[both, both]))
    fix = fix_code(tools, project, Budget(), wishes=Wishes(install=True))
    assert (fix.applied, fix.ran, (project / "add.py").read_text()) == (True, ("pip install PyYAML",), FIXED)


def test_a_patch_that_is_not_found_again_after_an_installation_is_not_applied(tmp_path: Path, project: Path) -> None:
    both = replace(REPAIR, faults=MISSING.faults)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[both, MISSING]))
    fix = fix_code(tools, project, Budget(), wishes=Wishes(install=True))
    assert (fix.applied, fix.diff, (project / "add.py").read_text()) == (False, "", BROKEN)


def test_an_installation_that_fails_leaves_the_project_as_it_was(tmp_path: Path, project: Path) -> None:
    class Failing(InstalledNames):
        def install(self, distribution: str) -> None:
            raise ToolError("pip", distribution)

    tools = tools_with(tmp_path, ScriptedEngines(repairs=[replace(REPAIR, faults=MISSING.faults)]))
    with pytest.raises(ToolError):
        fix_code(replace(tools, installer=Failing()), project, Budget(), wishes=Wishes(install=True))
    assert (project / "add.py").read_text() == BROKEN


def test_a_dry_run_installs_nothing_and_says_what_would_be_run(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[MISSING, REPAIR]))
    fix = fix_code(tools, project, Budget(), wishes=Wishes(install=True, dry_run=True))
    assert (fix.ran, fix.would_run, tools.installer) == ((), ("pip install PyYAML",), InstalledNames())


class Asked(ScriptedEngines):
    """Remembers what it was to repair."""

    def __init__(self, *repairs: Repair) -> None:
        super().__init__(repairs=repairs)
        self.repaired: list[RepairTask] = []

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        self.repaired.append(task)
        return super().repair(task, budget, watch)


def test_a_reference_is_handed_to_the_engine(tmp_path: Path, project: Path) -> None:
    (tmp_path / "right.py").write_text(FIXED)
    engines = Asked(REPAIR)
    fix_code(tools_with(tmp_path, engines), project, Budget(), wishes=Wishes(reference=str(tmp_path / "right.py")))
    assert [(task.reference, task.earlier) for task in engines.repaired] == [({"add.py": FIXED}, {})]


def test_the_revision_that_passes_is_handed_to_the_engine_and_named(tmp_path: Path, project: Path) -> None:
    git(project, "init", "--quiet")
    for text in (FIXED, BROKEN):
        (project / "add.py").write_text(text)
        git(project, "add", ".")
        git(project, "commit", "--quiet", "-m", "a change")
    engines = Asked(REPAIR)
    tools = tools_with(tmp_path, engines, ScriptedSandbox(FAILING, FAILING, PASSING))
    found = fix_code(tools, project, Budget(), wishes=Wishes(bisect=True, dry_run=True))
    assert [(task.reference, task.earlier) for task in engines.repaired] == [({}, {"add.py": FIXED})]
    assert found.answer.notes[0].startswith("The tests pass at ")


def test_a_reference_and_a_search_for_one_exclude_each_other(tmp_path: Path, project: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be given together"):
        fix_code(tools_with(tmp_path), project, Budget(), wishes=Wishes(reference="HEAD", bisect=True))
