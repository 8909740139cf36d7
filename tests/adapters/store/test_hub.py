from contextlib import closing
from pathlib import Path

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable


def test_a_closed_hub_ends_its_followers(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'a.db'}")) as database:
        table = EventTable(database)
        with table.follow() as following:
            table.close()
            assert list(following.events(60.0)) == []
        table.close()


def test_followers_share_one_reading_of_the_table(tmp_path: Path) -> None:
    with (
        closing(Database(f"sqlite:///{tmp_path / 'a.db'}")) as database,
        closing(EventTable(database)) as table,
        table.follow() as one,
        table.follow() as other,
    ):
        table.append("a", source="test")
        assert next(one.events(100.0)) is next(other.events(100.0))
