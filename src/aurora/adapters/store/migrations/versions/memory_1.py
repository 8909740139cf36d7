"""Memories with their words, features and counts; the search tables are of each database's own kind."""

import sqlalchemy as sa
from alembic import op

revision = "memory_1"
down_revision = None
branch_labels = ("memory",)
depends_on = None

_SQLITE = (
    (
        "CREATE VIRTUAL TABLE memory_words USING fts5(terms, content='memories', content_rowid='id',"
        " tokenize='porter unicode61')"
    ),
    (
        "CREATE VIRTUAL TABLE memory_features USING fts5(features, content='memories', content_rowid='id',"
        " tokenize='ascii', detail=none, columnsize=0)"
    ),
    (
        "CREATE TRIGGER memories_come AFTER INSERT ON memories BEGIN"
        " INSERT INTO memory_words (rowid, terms) VALUES (new.id, new.terms);"
        " INSERT INTO memory_features (rowid, features) VALUES (new.id, new.features); END"
    ),
    (
        "CREATE TRIGGER memories_go AFTER DELETE ON memories BEGIN"
        " INSERT INTO memory_words (memory_words, rowid, terms) VALUES ('delete', old.id, old.terms);"
        " INSERT INTO memory_features (memory_features, rowid, features) VALUES ('delete', old.id, old.features); END"
    ),
)
_POSTGRESQL = (
    "CREATE TABLE memory_words (id BIGINT PRIMARY KEY REFERENCES memories ON DELETE CASCADE, words TSVECTOR NOT NULL)",
    "CREATE INDEX ix_memory_words ON memory_words USING gin (words)",
    (
        "CREATE TABLE memory_features (id BIGINT PRIMARY KEY REFERENCES memories ON DELETE CASCADE,"
        " features INTEGER[] NOT NULL)"
    ),
    "CREATE INDEX ix_memory_features ON memory_features USING gin (features)",
    (
        "CREATE FUNCTION memories_come() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " INSERT INTO memory_words VALUES (new.id, to_tsvector('english', new.terms));"
        " INSERT INTO memory_features VALUES (new.id, string_to_array(new.features, ' ')::int[]);"
        " RETURN new; END $$"
    ),
    "CREATE TRIGGER memories_come AFTER INSERT ON memories FOR EACH ROW EXECUTE FUNCTION memories_come()",
)


def upgrade() -> None:
    """Make the tables; triggers keep the search tables with the memories."""
    op.create_table(
        "memories",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("features", sa.Text, nullable=False),
        sa.UniqueConstraint("source", "key", name="uq_memories_source_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_memories_source_moment", "memories", ["source", "moment"])
    op.create_table(
        "memory_counts",
        sa.Column("feature", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("memories", sa.Integer, nullable=False),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(sa.text(statement))


def downgrade() -> None:
    """Drop the tables."""
    for name in ("memory_words", "memory_features", "memory_counts", "memories"):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION memories_come")
