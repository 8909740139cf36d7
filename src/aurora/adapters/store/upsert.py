"""Insert a row, or change the one that has its key; the same words for both databases."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: Connection, table: Table, values: Mapping[str, Any], changing: tuple[str, ...]) -> None:
    """Insert `values`; where the primary key is there already, only the columns `changing` are set."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    row = dialect.insert(table).values(dict(values))
    keys = [column.name for column in table.primary_key]
    connection.execute(row.on_conflict_do_update(index_elements=keys, set_={name: values[name] for name in changing}))
