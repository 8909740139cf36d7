"""The index of likeness of the corpus."""

import sqlalchemy as sa
from alembic import op

revision = "corpus_2"
down_revision = "corpus_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; the first search fills them from the records that are there."""
    op.create_table(
        "corpus_places",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("signature", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("passed", sa.Integer, nullable=False),
    )
    op.create_table(
        "corpus_signatures",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.create_table(
        "corpus_blocks",
        sa.Column("block", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "corpus_words",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("block", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("places", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Drop the tables."""
    for name in ("corpus_words", "corpus_blocks", "corpus_signatures", "corpus_places"):
        op.drop_table(name)
