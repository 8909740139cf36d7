"""Changes are whole or not at all, and can be undone byte for byte."""

import json
import os
import threading
from pathlib import Path

import pytest

from aurora.adapters.projects.alone import locked
from aurora.adapters.projects.change import Changes
from aurora.adapters.projects.replace import replace_text
from aurora.model.errors import BadInputError, NotFoundError

BEFORE = {"a.py": "x = 1\r\n# kept\n", "b.py": "y = 1\n"}
AFTER = {"a.py": "x = 2\r\n# kept\n", "b.py": "y = 2\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    for name, text in BEFORE.items():
        (root / name).write_bytes(text.encode())
    return root


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    return Changes(tmp_path / "state")


def content(root: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in sorted(root.iterdir())}


def test_nothing_to_undo_is_said(project: Path, changes: Changes) -> None:
    with pytest.raises(NotFoundError, match="undo"):
        changes.undo(project)


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(project: Path, changes: Changes) -> None:
    (project / "b.py").write_text("mine\n")
    with pytest.raises(BadInputError, match="was changed by somebody else meanwhile"):
        changes.apply(project, BEFORE, AFTER, "fix")
    assert content(project) == {**BEFORE, "b.py": "mine\n"}


def test_an_undo_refuses_when_the_fixed_file_was_edited_since(project: Path, changes: Changes) -> None:
    changes.apply(project, BEFORE, AFTER, "fix")
    (project / "a.py").write_text("more work\n")
    with pytest.raises(BadInputError, match=r"a.py: is no longer as the change left it; nothing was changed.*json"):
        changes.undo(project)
    assert content(project) == {**AFTER, "a.py": "more work\n"}
    (project / "a.py").unlink()
    with pytest.raises(BadInputError, match="is no longer as the change left it"):
        changes.undo(project)
    assert content(project) == {"b.py": AFTER["b.py"]}


def test_a_change_is_applied_and_undone_byte_for_byte(project: Path, changes: Changes) -> None:
    changes.apply(project, BEFORE, AFTER, "fix")
    assert content(project) == AFTER
    undone = changes.undo(project)
    assert (undone.files, undone.title) == (("a.py", "b.py"), "fix")
    assert content(project) == BEFORE


def test_undo_goes_back_one_change_at_a_time(project: Path, changes: Changes) -> None:
    changes.apply(project, BEFORE, AFTER, "first")
    third = {**AFTER, "a.py": "x = 3\n"}
    changes.apply(project, AFTER, third, "second")
    assert changes.undo(project).title == "second"
    assert content(project) == AFTER
    assert changes.undo(project).title == "first"
    assert content(project) == BEFORE


def test_a_file_that_cannot_be_written_leaves_all_files_as_they_were(
    project: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = replace_text

    def refuse_b(path: Path, text: str) -> None:
        if path.name == "b.py" and text == AFTER["b.py"]:
            raise PermissionError(13, "Permission denied")
        real(path, text)

    monkeypatch.setattr("aurora.adapters.projects.change.replace_text", refuse_b)
    with pytest.raises(BadInputError, match=r"cannot be changed \(Permission denied\); nothing was changed"):
        changes.apply(project, BEFORE, AFTER, "fix")
    assert content(project) == BEFORE
    with pytest.raises(NotFoundError):
        changes.undo(project)


def cut_at_b(patch: pytest.MonkeyPatch, error: BaseException) -> None:
    """The first time that b.py is written."""
    real, met = replace_text, list[Path]()

    def write(path: Path, text: str) -> None:
        if path.name == "b.py" and not met:
            met.append(path)
            raise error
        real(path, text)

    patch.setattr("aurora.adapters.projects.change.replace_text", write)


def cut_off(changes: Changes, project: Path) -> None:
    """As kill -9 leaves it: of two files the first is changed, and the record says that it was begun."""
    changes.apply(project, BEFORE, AFTER, "fix")
    (record,) = (changes.folder / "changes").glob("*/*.json")
    record.write_text(record.read_text().replace('"applied"', '"started"'))
    (project / "b.py").write_text(BEFORE["b.py"])


def test_a_change_that_a_crash_cut_in_half_is_rolled_back(project: Path, changes: Changes) -> None:
    cut_off(changes, project)
    changes.recover(project)
    assert content(project) == BEFORE
    assert changes.kept(project) == []


def test_a_change_that_is_interrupted_leaves_the_files_as_they_were_at_once(
    project: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_at_b(monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        changes.apply(project, BEFORE, AFTER, "fix")
    assert content(project) == BEFORE
    assert changes.kept(project) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")], ids=repr)
def test_an_undo_that_is_cut_leaves_the_change_as_it_was(
    project: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    changes.apply(project, BEFORE, {**AFTER, "new/c.py": "z = 1\n"}, "fix")
    with monkeypatch.context() as patch:
        cut_at_b(patch, error)
        with pytest.raises((KeyboardInterrupt, BadInputError)):
            changes.undo(project)
    assert [(project / name).read_text() for name in ("b.py", "new/c.py")] == [AFTER["b.py"], "z = 1\n"]
    assert changes.undo(project).title == "fix"
    assert content(project) == BEFORE


def test_a_disk_without_room_for_the_record_is_told_before_anything_changes(
    project: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aurora.adapters.projects.change.replace_text", full)
    with pytest.raises(BadInputError, match=r"cannot keep the undo record \(No space left.*and has room"):
        changes.apply(project, BEFORE, AFTER, "fix")
    assert content(project) == BEFORE


def test_what_cannot_be_put_back_is_told_and_put_back_later(
    project: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, full = replace_text, list[bool]()

    def fills(path: Path, text: str) -> None:
        if full or path.name == "b.py":
            full.append(True)
            raise OSError(28, "No space left on device")
        real(path, text)

    with monkeypatch.context() as patch:
        patch.setattr("aurora.adapters.projects.change.replace_text", fills)
        with pytest.raises(BadInputError, match=r"not all of it could be put back.*The next request"):
            changes.apply(project, BEFORE, AFTER, "fix")
        with pytest.raises(BadInputError, match=r"holds a change that was cut off \(fix\)"):
            changes.recover(project)
    changes.recover(project)
    assert content(project) == BEFORE


def test_a_change_that_another_process_is_making_is_not_taken_for_one_that_was_cut_off(
    project: Path, changes: Changes
) -> None:
    changes.ready(project)
    file = locked(changes.folder / "changes" / "lock")
    cut = threading.Thread(target=changes.recover, args=(project,))
    try:
        record = changes.folder / "changes" / next((changes.folder / "changes").glob("*/")).name / "000001.json"
        files = {"a.py": {"before": BEFORE["a.py"], "after": AFTER["a.py"]}}
        record.write_text(json.dumps({"title": "theirs", "state": "started", "files": files}))
        (project / "a.py").write_bytes(AFTER["a.py"].encode())
        cut.start()
        cut.join(0.05)
        assert cut.is_alive()
        record.write_text(record.read_text().replace('"started"', '"applied"'))
    finally:
        os.close(file)
    cut.join()
    assert content(project)["a.py"] == AFTER["a.py"]


def test_changes_at_once_are_all_kept_one_after_another(project: Path, changes: Changes) -> None:
    def change(number: int) -> None:
        Changes(changes.folder).apply(project, {}, {f"new{number}.py": "x = 1\n"}, str(number))

    workers = [threading.Thread(target=change, args=(number,)) for number in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(each.title for each in changes.kept(project)) == [str(number) for number in range(8)]
    assert len(list(project.glob("new*.py"))) == 8


def test_an_undo_says_where_the_change_was_made_that_may_be_meant(project: Path, changes: Changes) -> None:
    (project / "pkg").mkdir()
    changes.apply(project / "pkg", {}, {"a.py": "x = 1\n"}, "fix")
    with pytest.raises(NotFoundError, match=r"made in .*project/pkg: give that path"):
        changes.undo(project)
    with pytest.raises(NotFoundError) as told:
        changes.undo(project.parent / "elsewhere")
    assert "give that path" not in str(told.value)


def test_a_state_folder_that_cannot_be_made_is_said_before_anything_changes(project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInputError, match="Set AURORA_STATE"):
        Changes(tmp_path / "file").apply(project, BEFORE, AFTER, "fix")
    assert content(project) == BEFORE


def test_what_stays_the_same_is_not_recorded(project: Path, changes: Changes, tmp_path: Path) -> None:
    changes.apply(project, BEFORE, {**BEFORE, "a.py": "x = 5\n"}, "fix")
    (record,) = (tmp_path / "state").rglob("*.json")
    assert list(json.loads(record.read_text())["files"]) == ["a.py"]


def test_a_new_file_is_added_and_an_undo_removes_it(project: Path, changes: Changes) -> None:
    changes.apply(project, BEFORE, {**AFTER, "test_a.py": "pass\n"}, "fix")
    assert content(project) == {**AFTER, "test_a.py": "pass\n"}
    changes.undo(project)
    assert content(project) == BEFORE


def test_a_new_file_is_not_written_over_one_that_is_there(project: Path, changes: Changes) -> None:
    (project / "test_a.py").write_text("mine\n")
    with pytest.raises(BadInputError, match="changed by somebody else"):
        changes.apply(project, BEFORE, {"test_a.py": "pass\n"}, "fix")


def test_two_fixes_that_undo_each_other_are_not_carried_on(project: Path, changes: Changes) -> None:
    changes.apply(project, BEFORE, AFTER, "there")
    with pytest.raises(BadInputError, match=r"undo each other.*\(there\)|\(there\).*undo each other"):
        changes.apply(project, AFTER, BEFORE, "and back")
    assert content(project) == AFTER


def test_an_edit_after_a_crash_survives_the_recovery(project: Path, changes: Changes) -> None:
    cut_off(changes, project)
    (project / "a.py").write_text("mine\n")
    changes.recover(project)
    assert content(project) == {"a.py": "mine\n", "b.py": BEFORE["b.py"]}


def test_applied_changes_are_listed_oldest_first_and_those_undone_are_gone(project: Path, changes: Changes) -> None:
    assert changes.kept(project) == []
    changes.apply(project, BEFORE, {"a.py": "x = 5\n"}, "first")
    changes.apply(project, {"b.py": BEFORE["b.py"]}, {"b.py": "y = 5\n"}, "second")
    first, second = changes.kept(project)
    assert (first.title, second.title, first.id < second.id) == ("first", "second", True)
    assert (second.before, second.after) == ({"b.py": BEFORE["b.py"]}, {"b.py": "y = 5\n"})
    changes.undo(project)
    assert changes.kept(project) == [first]


def test_a_kept_change_has_its_texts_and_nothing_was_edited(tmp_path: Path) -> None:
    changes, root = Changes(tmp_path / "state"), tmp_path / "project"
    root.mkdir()
    assert changes.keep_edits(root) == ""
    changes.apply(root, {}, {"a.py": "x = 1\n"}, "first")
    (found,) = changes.kept(root)
    assert (found.title, dict(found.before), found.texts) == ("first", {"a.py": None}, {"a.py": "x = 1\n"})
    assert changes.keep_edits(root) == ""


def test_files_that_are_not_what_a_snapshot_says_are_told(tmp_path: Path) -> None:
    (tmp_path / "same.py").write_bytes(b"x = 1\r\n")
    (tmp_path / "other.py").write_bytes(b"x = 1\n")
    (tmp_path / "extra.py").write_bytes(b"")
    versions = {"same.py": "x = 1\r\n", "other.py": "x = 1\r\n", "extra.py": None, "gone.py": "", "never.py": None}
    assert Changes(tmp_path / "state").differing(tmp_path, versions) == ("extra.py", "gone.py", "other.py")


def test_folders_that_a_new_file_needs_are_made_and_go_with_it_when_they_are_empty(
    project: Path, changes: Changes
) -> None:
    changes.apply(project, {}, {"docs/reference/a.md": "new\n"}, "pages")
    assert (project / "docs/reference/a.md").read_text() == "new\n"
    (project / "docs/own.md").write_text("mine\n")
    changes.undo(project)
    assert [path.name for path in (project / "docs").iterdir()] == ["own.md"]


def test_a_folder_that_was_made_before_a_crash_goes(project: Path, changes: Changes) -> None:
    changes.apply(project, {}, {"docs/a.md": "new\n"}, "pages")
    changes.apply(project, {}, {"more/deep/b.md": "new\n"}, "pages")
    record = max((changes.folder / "changes").glob("*/*.json"))
    replace_text(record, record.read_text().replace('"applied"', '"started"'))
    (project / "more/deep/b.md").unlink()  # as if the process had died before it wrote the file
    changes.recover(project)
    assert not (project / "more").exists()
    assert (project / "docs/a.md").is_file()


def test_only_the_change_that_is_named_is_taken_back_and_newer_ones_of_other_files_stay(
    project: Path, changes: Changes
) -> None:
    own = changes.apply(project, BEFORE, {"a.py": AFTER["a.py"]}, "own")
    assert changes.kept(project) == [own]
    changes.apply(project, BEFORE, {"b.py": AFTER["b.py"]}, "of somebody else")
    assert changes.undo(project, only=own).title == "own"
    assert content(project) == {**AFTER, "a.py": BEFORE["a.py"]}
    with pytest.raises(NotFoundError):
        changes.undo(project, only=own)


def test_a_change_is_not_taken_back_below_a_newer_one_of_its_files(project: Path, changes: Changes) -> None:
    own = changes.apply(project, BEFORE, AFTER, "own")
    changes.apply(project, AFTER, {"a.py": "x = 3\n"}, "newer")
    with pytest.raises(BadInputError, match="another newest change of these files; nothing was changed"):
        changes.undo(project, only=own)
    assert content(project) == {**AFTER, "a.py": "x = 3\n"}
