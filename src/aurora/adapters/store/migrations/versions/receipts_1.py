"""Receipts of requests."""

import sqlalchemy as sa
from alembic import op

revision = "receipts_1"
down_revision = None
branch_labels = ("receipts",)
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "receipts",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_receipts_moment", "receipts", ["moment"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("receipts")
