from contextlib import closing

from sqlalchemy import select

from aurora.adapters.store.database import Database
from aurora.adapters.store.jobs import EFFECTS
from aurora.adapters.store.upsert import upsert


def test_a_new_row_is_inserted_and_an_old_one_changed_where_told(database_url: str) -> None:
    row = {"job": "j", "step": "s", "answer": "1"}
    with closing(Database(database_url)) as database, database.writing() as connection:
        upsert(connection, EFFECTS, row, ("answer",))
        upsert(connection, EFFECTS, {**row, "answer": "2"}, ("answer",))
        assert connection.execute(select(EFFECTS)).all() == [("j", "s", "2")]
