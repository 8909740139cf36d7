from sqlalchemy import inspect

from aurora.adapters.store.database import Database


def test_postgresql_rows_carry_their_transaction_and_sqlite_rows_do_not(database_url: str) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("events")}
    assert ("xid" in columns) is not database.is_sqlite
    assert columns >= {"seq", "timestamp", "type", "source", "subject", "data", "cause"}
    database.close()
