from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.store.copied import Copied
from aurora.flows.jobs.backup import BACKUP
from aurora.model.errors import BadInputError
from tests.doubles import tools_with
from tests.flows.jobs.journals import PaperJournal


class _Office:
    def backup(self, path: Path) -> Copied:
        return Copied(path, 7, "abc", 3)


def test_a_backup_needs_a_file() -> None:
    with pytest.raises(BadInputError, match="path is missing"):
        BACKUP.given({}, "backup")


def test_a_backup_that_was_made_is_not_made_again(tmp_path: Path) -> None:
    tools = replace(tools_with(tmp_path), work=lambda: _Office())  # type: ignore[arg-type]
    journal = PaperJournal()
    given = BACKUP.given({"path": str(tmp_path / "a.db")}, "backup")
    made = BACKUP.do(tools, journal, given)
    assert made == {"path": str(tmp_path / "a.db"), "bytes": 7, "sha256": "abc", "rows": 3, "before": None}
    assert BACKUP.do(tools_with(tmp_path), PaperJournal(journal.kept), given) == made
