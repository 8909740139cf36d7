import pytest
from sqlalchemy import inspect

from aurora.adapters.store.database import Database

TABLES = ("corpus_places", "corpus_signatures", "corpus_blocks", "corpus_words")


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_are_there(database_url: str, table: str) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        assert inspect(connection).has_table(table)
    database.close()
