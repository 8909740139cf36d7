"""The corpus and what waits to be posted of it."""

import sqlalchemy as sa
from alembic import op

revision = "corpus_1"
down_revision = None
branch_labels = ("corpus",)
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "corpus",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("timestamp", sa.Text, nullable=False),
        sa.Column("spec_id", sa.Text, nullable=False),
        sa.Column("spec_hash", sa.Text, nullable=False),
        sa.Column("func_name", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_corpus_spec_hash_timestamp", "corpus", ["spec_hash", "timestamp"])
    op.create_index("ix_corpus_timestamp_id", "corpus", ["timestamp", "id"])
    op.create_index("ix_corpus_verdict", "corpus", ["verdict"])
    op.create_table(
        "corpus_outbox",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
    )
    op.create_index("ix_corpus_outbox_state_due", "corpus_outbox", ["state", "due"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("corpus_outbox")
    op.drop_table("corpus")
