"""Keys of the HTTP API and their sessions."""

import sqlalchemy as sa
from alembic import op

revision = "keys_1"
down_revision = None
branch_labels = ("keys",)
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("created", sa.Float, nullable=False),
        sa.Column("expires", sa.Float, nullable=False),
        sa.Column("revoked", sa.Float, nullable=False),
        sa.Column("successor", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_table(
        "api_sessions",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("expires", sa.Float, nullable=False),
    )
    op.create_index("ix_api_sessions_key", "api_sessions", ["key"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("api_sessions")
    op.drop_table("api_keys")
