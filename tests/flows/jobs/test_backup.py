"""Each copy has a name of its own; the oldest go, and nothing else does."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.store.copied import Copied
from aurora.flows.jobs.backup import BACKUP
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from tests.doubles import tools_with
from tests.flows.jobs.journals import PaperJournal


class _Office:
    def backup(self, path: Path) -> Copied:
        assert not path.exists()
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("copy")
        return Copied(path, 7, "abc", 3)


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return replace(tools_with(tmp_path), work=lambda: _Office())  # type: ignore[arg-type]


def done(tools: Tools, given: Any, journal: PaperJournal | None = None) -> Any:
    return BACKUP.do(tools, journal or PaperJournal(), BACKUP.given(given, "backup"))


@pytest.mark.parametrize("given", [{"path": 7}, {"folder": 7}, {"keep": "all"}, {"keep": -1}, {"place": "a"}])
def test_what_is_no_place_or_number_is_refused(tools: Tools, given: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        done(tools, given)


def test_a_backup_that_was_made_is_not_made_again(tools: Tools, tmp_path: Path) -> None:
    journal, given = PaperJournal(), {"path": str(tmp_path / "a.db")}
    made = done(tools, given, journal)
    facts = {"path": str(tmp_path / "a.db"), "bytes": 7, "sha256": "abc", "rows": 3, "before": None, "dropped": []}
    assert made == facts
    assert done(tools_with(tmp_path), given, PaperJournal(journal.kept)) == made


def test_a_copy_that_was_made_before_its_process_died_is_made_anew_under_its_name(tools: Tools, tmp_path: Path) -> None:
    journal, given = PaperJournal(), {"folder": str(tmp_path / "kept")}
    made = done(tools, given, journal)
    cut = PaperJournal({name: answer for name, answer in journal.kept.items() if name == "name"})
    assert done(tools, given, cut) == made
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_the_same_job_again_gives_each_copy_a_name_of_its_own(tools: Tools, tmp_path: Path) -> None:
    given = {"path": str(tmp_path / "kept" / "a.db")}
    first, second = done(tools, given)["path"], Path(done(tools, given)["path"])
    assert first == given["path"]
    assert (second.parent, second.name[:2], second.suffix) == (tmp_path / "kept", "a-", ".db")
    assert {path.name for path in second.parent.iterdir()} == {"a.db", second.name}


def test_the_newest_copies_are_kept_and_no_other_file_is_touched(tools: Tools, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "backups"
    folder.mkdir(parents=True)
    names = [f"aurora-2020010{day}-000000-abc.db" for day in range(1, 5)]
    others = ["aurora.db", "aurora-monday.db", "aurora-20200101-000000-abc.txt", "other-20200101-000000-abc.db"]
    for name in (*names, *others):
        (folder / name).write_text("x")
    made = done(tools, {"keep": 2})
    assert made["dropped"] == [str(folder / name) for name in names[:3]]
    assert {path.name for path in folder.iterdir()} == {names[3], Path(made["path"]).name, *others}
