"""Persistent Storage: the store of corpus, memories, lessons, sessions and events, with a backup to fall back on.

Drill: the database file is overwritten; what is restored is the backup, byte-checked before it is used.
"""

from dataclasses import dataclass, field
from pathlib import Path

from aurora.adapters.store.backup import backup, restore
from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.integration.database_connector import database_connector
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned


@dataclass(slots=True)
class Storage:
    """The open store, its file, and the newest backup."""

    url: str
    folder: Path
    store: OpenStore
    backups: list[Path] = field(default_factory=list)

    def save(self) -> None:
        """Keep a backup of now."""
        path = self.folder / f"backup-{len(self.backups) + 1}.db"
        path.unlink(missing_ok=True)
        backup(self.store.database, path)
        self.backups.append(path)


@component("C22", after=(database_connector,))
def persistent_storage(house: House) -> Living:
    """The store of the house; a backup is kept at the start."""

    def opened() -> Storage:
        storage = Storage(house.url, house.folder, open_store(house.url))
        if storage.store.database.is_sqlite:
            storage.save()
        return storage

    care = Care(opened, _wrong, _overwrite, _figures, lambda it: it.store.close(), _restored)
    return Owned(care, house.loan)


def _wrong(it: Storage) -> str:
    """What cannot be read or written raises; nothing is left in the store."""
    with it.store.database.writing():
        it.store.events.last()
    return ""


def _figures(it: Storage) -> dict[str, float]:
    path = Path(it.store.database.where)
    return {
        "backups": len(it.backups),
        "bytes": path.stat().st_size if path.is_file() else 0,
        **it.store.corpus.counts(),
    }


def _overwrite(it: Storage) -> str:
    it.store.close()
    for path in (Path(it.store.database.where + ending) for ending in ("", "-wal", "-shm")):
        if path.exists():
            path.write_bytes(b"not a database " * 600)
    return "the database file was overwritten"


def _restored(it: Storage) -> Storage:
    if not it.backups:  # of a user's store, which is never replaced unasked: its connections are made anew
        it.store.database.close()
        return it
    it.store.close()
    for ending in ("-wal", "-shm"):
        Path(it.store.database.where + ending).unlink(missing_ok=True)
    restore(it.url, it.backups[-1], force=True)
    it.store = open_store(it.url)
    return it
