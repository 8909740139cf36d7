"""What a change of services may spoil, kept before it and put back after it: the service file and SQLite databases."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from aurora.model.errors import BadInputError, StoreError


class Snapshot:
    """Kept in a folder of its own from `keep` on; databases are copied and put back while they are in use."""

    def __init__(self, folder: Path, file: Path, databases: Sequence[Path] = ()) -> None:
        self._folder, self._file = folder, file
        self._databases = {path: folder / f"{number}.db" for number, path in enumerate(databases)}

    def keep(self) -> None:
        """Keep everything. Raises `BadInputError` for a database that is not there, `StoreError`, `OSError`."""
        self._folder.mkdir(parents=True)
        shutil.copyfile(self._file, self._folder / "aurora.toml")
        for path, copy in self._databases.items():
            if not path.is_file():
                raise BadInputError("there is no such database to keep.", where=str(path))
            _copy(path, copy)

    def replace_file(self, other: Path) -> None:
        """Let another file take the place of the service file, in one step."""
        draft = self._file.with_name(f".{self._file.name}.new")
        shutil.copyfile(other, draft)
        draft.replace(self._file)

    def put_back(self) -> None:
        """Put everything back as it was. Raises `StoreError`, `OSError`."""
        self.replace_file(self._folder / "aurora.toml")
        for path, copy in self._databases.items():
            _copy(copy, path)


def _copy(source: Path, target: Path) -> None:
    """By SQLite's own backup, which waits for the transactions of others and is one itself."""
    try:
        with closing(sqlite3.connect(source)) as from_, closing(sqlite3.connect(target)) as to:
            from_.backup(to)
    except sqlite3.Error as error:
        raise StoreError(f"the database could not be copied: {error}.", where=str(source)) from None
