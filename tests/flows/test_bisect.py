"""The newest revision that passes is found among revisions that fail, hang or cannot be run."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from aurora.adapters.projects.read import Project, read_project
from aurora.flows.bisect import Judge, Told, files_at, judged_by, last_that_passed, next_place
from aurora.flows.other_version import OtherVersion
from aurora.model.errors import BadInputError
from aurora.model.execution import Outcome, Status
from aurora.model.progress import Progress, silent
from aurora.model.task import Budget
from tests.checkouts import check_in, git
from tests.doubles import ScriptedSandbox, tools_with

LONG = 1000.0


def history(folder: Path, *values: int) -> Project:
    """A project whose module had these values in turn, each committed."""
    check_in(folder)
    for value in values:
        (folder / "a.py").write_text(f"x = {value}\n")
        git(folder, "add", "a.py")
        git(folder, "commit", "--quiet", "-m", f"x is {value}")
    return read_project(folder)


def below(limit: int, asked: list[int] | None = None, hanging: range = range(0)) -> Judge:
    """Tests that pass while the value is below a limit, and hang at some values."""

    def judge(files: Mapping[str, str], _seconds: float) -> Told:
        value = int(files.get("a.py", "x = 98").partition("= ")[2])
        if asked is not None:
            asked.append(value)
        return Told(None, "did not end in time") if value in hanging else Told(value < limit, seconds=0.1)

    return judge


def test_the_newest_revision_that_passes_is_found_by_few_runs(tmp_path: Path) -> None:
    asked: list[int] = []
    steps: list[Progress] = []
    found = last_that_passed(history(tmp_path, *range(40)), below(23, asked), LONG, steps.append)
    assert found.earlier == {"a.py": "x = 22\n"}
    assert "(x is 22) and fail since" in found.notes[0]
    assert f"(x is 23). {len(steps)} of 40 revisions were asked." in found.notes[0]
    assert len(asked) - 1 == len(steps) <= 10


def test_what_each_revision_said_is_told_newest_first(tmp_path: Path) -> None:
    found = last_that_passed(history(tmp_path, 1, 2, 3, 4), below(2, hanging=range(3, 4)), LONG, silent)
    assert found.earlier == {"a.py": "x = 1\n"}
    assert [note.partition(" ")[2] for note in found.notes[1:]] == [
        "(x is 4) fails.",
        "(x is 3) could not be judged (did not end in time).",
        "(x is 2) fails.",
        "(x is 1) passes.",
    ]


def test_a_revision_that_cannot_be_judged_does_not_count_as_failing(tmp_path: Path) -> None:
    found = last_that_passed(history(tmp_path, 1, 2, 3, 4), below(2, hanging=range(2, 4)), LONG, silent)
    assert "(x is 1) and fail since" in found.notes[0]
    assert "(x is 4) at the latest; of the revisions between them 2 could not be judged." in found.notes[0]


def test_revisions_that_cannot_be_judged_are_passed_by(tmp_path: Path) -> None:
    asked: list[int] = []
    found = last_that_passed(history(tmp_path, *range(40)), below(30, asked, range(20, 25)), LONG, silent)
    assert found.earlier == {"a.py": "x = 29\n"}


def test_all_revisions_together_have_the_time_and_what_was_not_asked_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    given: list[float] = []
    monkeypatch.setattr("aurora.flows.bisect.time.monotonic", lambda: clock[0])

    def judge(files: Mapping[str, str], seconds: float) -> Told:
        given.append(seconds)
        clock[0] += seconds
        value = int(files["a.py"].partition("= ")[2])
        return Told(value < 30) if value < 35 else Told(None, "did not end in time")

    found = last_that_passed(history(tmp_path, *range(40)), judge, 16.0, silent)
    assert sum(given) <= 16.0
    assert max(given) <= 4.0
    assert found.earlier
    assert "were not asked in the time. " in found.notes[0]


def test_without_the_time_to_ask_one_revision_that_is_said(tmp_path: Path) -> None:
    found = last_that_passed(history(tmp_path, 1), below(0), 0.5, silent)
    assert found == OtherVersion(notes=("No revision could be asked in the time.",))


def test_a_revision_may_take_several_times_what_the_tests_take_now(tmp_path: Path) -> None:
    given: list[float] = []

    def judge(_files: Mapping[str, str], seconds: float) -> Told:
        given.append(seconds)
        return Told(passes=False, seconds=3.0)

    last_that_passed(history(tmp_path, 1), judge, 20.0, silent)
    assert 14.0 < given[1] <= 15.0


def test_a_change_that_is_not_committed_may_be_what_broke_it(tmp_path: Path) -> None:
    project = history(tmp_path, 1)
    (tmp_path / "a.py").write_text("x = 7\n")
    found = last_that_passed(read_project(tmp_path), below(5), LONG, silent)
    assert found.earlier == {"a.py": "x = 1\n"}
    assert "fail since a change that is not committed." in found.notes[0]
    assert project.files["a.py"] == "x = 1\n"


def test_what_is_there_now_does_not_count_as_failing_when_it_cannot_be_judged(tmp_path: Path) -> None:
    history(tmp_path, 1)
    (tmp_path / "a.py").write_text("x = 7\n")
    found = last_that_passed(read_project(tmp_path), below(5, hanging=range(7, 8)), LONG, silent)
    assert found.earlier == {"a.py": "x = 1\n"}
    assert "(x is 1); what is there now could not be judged (did not end in time). 1 of 1" in found.notes[0]


def test_tests_that_fail_and_pass_with_the_same_files_are_called_so(tmp_path: Path) -> None:
    said = iter((False, True))
    found = last_that_passed(history(tmp_path, 1), lambda _files, _seconds: Told(next(said)), LONG, silent)
    assert not found.earlier
    assert found.notes[0].endswith("(x is 1), with the same files: they do not always say the same.")


def test_a_subject_does_not_steer_the_terminal(tmp_path: Path) -> None:
    project = history(tmp_path, 1, 2)
    git(tmp_path, "commit", "--amend", "--quiet", "-m", "two\x1b]0;mine\x07")
    found = last_that_passed(project, below(2), LONG, silent)
    assert "(two?]0;mine?) fails." in found.notes[1]
    assert all(note.isprintable() for note in found.notes)


def test_when_no_revision_passes_that_is_said(tmp_path: Path) -> None:
    found = last_that_passed(history(tmp_path, 1, 2, 3), below(0), LONG, silent)
    assert not found.earlier
    assert "pass at none of the 3 of 3 revisions that were asked, down to" in found.notes[0]


def test_code_that_passed_between_its_beginning_and_its_fault_is_found(tmp_path: Path) -> None:
    project = history(tmp_path, *range(100, 112), 1, *range(200, 220))
    assert last_that_passed(project, below(5), LONG, silent).earlier == {"a.py": "x = 1\n"}


def test_without_a_history_there_is_nothing_to_look_in(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    with pytest.raises(BadInputError, match="history in Git"):
        last_that_passed(read_project(tmp_path), below(5), LONG, silent)


def test_of_a_project_that_passes_no_revision_is_looked_for(tmp_path: Path) -> None:
    assert last_that_passed(history(tmp_path, 1, 2), below(99), LONG, silent) == OtherVersion()


def test_a_revision_is_judged_with_all_files_that_it_had_and_the_tests_of_now(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    old = {"a.py": "import helper\r\n", "helper.py": "y = 1\n", "gone.py": "z = 1\n", "test_a.py": "old\n"}
    for name, text in old.items():
        (tmp_path / name).write_bytes(text.encode())
    check_in(tmp_path)
    (tmp_path / "gone.py").unlink()
    new = {"a.py": "import helper \n", "helper.py": "y = 2\n", "new.py": "", "test_a.py": "new\n", "tests/b.txt": "b"}
    for name, text in new.items():
        (tmp_path / name).write_text(text)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "new")
    (tmp_path / "unknown.txt").write_text("here")
    project = read_project(tmp_path)
    assert files_at(project, git(tmp_path, "rev-parse", "HEAD~1")) == {
        "a.py": "import helper\n",
        "helper.py": "y = 1\n",
        "gone.py": "z = 1\n",
        "test_a.py": "new\n",
        "tests/b.txt": "b",
        "unknown.txt": "here",
    }


def test_only_what_may_be_changed_is_taken_back_and_the_rest_is_named(tmp_path: Path) -> None:
    for count in (1, 2):
        (tmp_path / "a.py").write_text(f"x = {count}\n")
        (tmp_path / "helper.py").write_text(f"y = {count}\n")
        check_in(tmp_path)
    project = read_project(tmp_path / "a.py")
    found = last_that_passed(project, below(2), LONG, silent)
    assert found.earlier == {"a.py": "x = 1\n"}
    assert found.notes[-1] == "Also different at that revision, and left as now: helper.py."


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome(Status.OK, exit_code=0), "passes"),
        (Outcome(Status.EXITED, exit_code=1), "fails"),
        (Outcome(Status.EXITED, exit_code=2), "fails"),
        (Outcome(Status.WALL_TIME), "could not be judged (`pytest -q` did not end in time)"),
        (Outcome(Status.EXITED, exit_code=127), "could not be judged (`pytest -q` cannot be run)"),
        (
            Outcome(Status.EXITED, exit_code=125),
            "could not be judged (`pytest -q` ended with status 125, which says so)",
        ),
        (Outcome(Status.EXITED, exit_code=5), "could not be judged (`pytest -q` ran no test (status 5 of pytest))"),
        (Outcome(Status.MEMORY), "could not be judged (`pytest -q` was ended (memory))"),
    ],
)
def test_a_command_says_that_it_passes_that_it_fails_or_neither(tmp_path: Path, outcome: Outcome, said: str) -> None:
    project = Project(tmp_path, {"a.py": "x = 1\n"}, ("a.py",))
    sandbox = ScriptedSandbox(outcome)
    judge = judged_by(tools_with(tmp_path, sandbox=sandbox), project, "", Budget())
    assert str(judge({"a.py": "x = 2\n"}, 3.0)) == said
    assert (sandbox.asked[0].files, sandbox.asked[0].limits.wall_seconds) == ({"a.py": "x = 2\n"}, 3.0)


def test_every_revision_is_asked_at_last_when_none_passes() -> None:
    known: dict[int, Told] = {}
    while (place := next_place(known, 11)) is not None:
        assert place not in known
        known[place] = Told(passes=False)
    assert sorted(known) == list(range(11))
    assert [*known][:5] == [0, 1, 3, 7, 10]
