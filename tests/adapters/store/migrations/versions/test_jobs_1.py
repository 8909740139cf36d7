from sqlalchemy import inspect

from aurora.adapters.store.database import Database


def test_the_tables_of_jobs_are_made(database_url: str) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        assert set(inspect(connection).get_table_names()) >= {"executors", "job_runs", "job_effects"}
    database.close()
