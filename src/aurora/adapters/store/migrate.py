"""Brings the schema of a database up to date: Alembic, one branch of revisions for each topic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from aurora.model.errors import NewerSchemaError

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x6175726F7261  # "aurora": the advisory lock of migrations


def upgrade(engine: Engine, where: str) -> None:
    """Apply the revisions that the database does not have yet, all in one transaction, one process at a time.

    Raises `NewerSchemaError` for a database that knows revisions which are not here.
    """
    scripts = ScriptDirectory(str(_SCRIPTS))
    with engine.connect() as connection:
        current = _current(connection, scripts, where)
    if current == set(scripts.get_heads()):
        return
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        _current(connection, scripts, where)
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "heads")


def _current(connection: Connection, scripts: ScriptDirectory, where: str) -> set[str]:
    heads = set(MigrationContext.configure(connection).get_current_heads())
    known = {revision.revision for revision in scripts.walk_revisions()}
    if unknown := tuple(sorted(heads - known)):
        raise NewerSchemaError(where, unknown)
    return heads
