from sqlalchemy import inspect

from aurora.adapters.store.database import Database


def test_the_table_is_there(database_url: str) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        assert inspect(connection).has_table("receipts")
    database.close()
