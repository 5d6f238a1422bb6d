"""Runs revisions on the connection that `core.storage.schema` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from core.model import Base


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Our column types as what they are stored as: a revision must not depend on the code of its day."""
    if kind == "type" and isinstance(item, TypeDecorator):
        stored = item.impl_instance
        return f"sa.DateTime(timezone={stored.timezone})" if hasattr(stored, "timezone") else f"sa.{stored!r}"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render_item,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
