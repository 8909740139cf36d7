"""The append-only table of events."""

import sqlalchemy as sa
from alembic import op

revision = "events_1"
down_revision = None
branch_labels = ("events",)
depends_on = None


def upgrade() -> None:
    """Make the table; on PostgreSQL each row also carries the id of the transaction that wrote it."""
    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("timestamp", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("cause", sa.BigInteger, nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_type_seq", "events", ["type", "seq"])
    op.create_index("ix_events_subject_seq", "events", ["subject", "seq"])
    op.create_index("ix_events_cause", "events", ["cause"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE events ADD COLUMN xid BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint")
        op.execute("CREATE INDEX ix_events_xid_seq ON events (xid, seq)")


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("events")
