"""Opens the store: one database, and a table object for each topic."""

from dataclasses import dataclass

from aurora.adapters.store.corpus import CorpusTable
from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.keys import KeyTable
from aurora.adapters.store.lessons import LessonTable
from aurora.adapters.store.memories import MemoryTable
from aurora.adapters.store.receipts import ReceiptTable
from aurora.adapters.store.sessions import SessionTable


@dataclass(frozen=True, slots=True)
class OpenStore:
    """The opened database (see `contracts.store.Store`)."""

    database: Database
    memories: MemoryTable
    corpus: CorpusTable
    lessons: LessonTable
    sessions: SessionTable
    receipts: ReceiptTable
    events: EventTable
    keys: KeyTable

    def close(self) -> None:
        """End the connections; may be called twice."""
        self.events.close()
        self.database.close()


def open_store(url: str) -> OpenStore:
    """Open the database of a URL, its schema brought up to date; raises `StoreError` and `BadInputError`."""
    database = Database(url)
    return OpenStore(
        database,
        MemoryTable(database),
        CorpusTable(database),
        LessonTable(database),
        SessionTable(database),
        ReceiptTable(database),
        EventTable(database),
        KeyTable(database),
    )
