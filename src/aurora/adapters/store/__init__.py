"""The database: one URL, SQLite by default, PostgreSQL by the URL alone.

`Database(url)` opens it, brings its schema up to date and gives transactions: `with database.reading() as connection`
and `with database.writing() as connection`, both SQLAlchemy Core connections.

To add tables of your own topic:

1. Declare them in a module here, on the shared metadata: `CORPUS = Table("corpus", METADATA, Column(...))`.
2. Write one revision file `migrations/versions/<topic>_<n>.py`. Each topic is a branch of its own, so topics never
   meet in one file: the first has `revision = "corpus_1"`, `down_revision = None`, `branch_labels = ("corpus",)`; the
   next `revision = "corpus_2"`, `down_revision = "corpus_1"`. What only one database has (FTS5, tsvector) goes behind
   `op.get_bind().dialect.name`. Never change a revision that has landed.
3. `tests/adapters/store/test_migrate.py` then checks that the revisions make exactly the tables that are declared.

A write is acknowledged when `writing()` has been left: then it is on the disk. There is one writer at a time; keep
transactions short and do no slow work in them.
"""
