"""What was learned, and the lessons."""

import sqlalchemy as sa
from alembic import op

revision = "learning_1"
down_revision = None
branch_labels = ("learning",)
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "learned",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("value", sa.Float, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("updated", sa.Text, nullable=False),
    )
    op.create_table(
        "lessons",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("reward", sa.Float, nullable=False),
        sa.Column("before", sa.Float, nullable=False),
        sa.Column("after", sa.Float, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("ix_lessons_part_id", "lessons", ["part", "id"])
    op.create_index("ix_lessons_evidence", "lessons", ["evidence"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("lessons")
    op.drop_table("learned")
