"""The database's history: Alembic revisions, dated, one purpose each, and the command to apply them."""
