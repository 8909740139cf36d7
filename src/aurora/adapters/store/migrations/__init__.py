"""The revisions of the schema, in Alembic's layout."""
