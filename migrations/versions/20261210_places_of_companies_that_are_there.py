"""Places are looked up in an index of the companies that are there, without looking at each of them."""

import sqlalchemy as sa
from alembic import op

revision = "20261210"
down_revision = "20261206"
branch_labels = None
depends_on = None

OLD, NEW = "ix_companies_latitude_longitude", "ix_companies_latitude_longitude_id"


def upgrade() -> None:
    op.drop_index(OLD, table_name="companies")
    there = sa.text("deleted_at IS NULL")
    columns = ["latitude", "longitude", "id"]
    op.create_index(NEW, "companies", columns, unique=False, sqlite_where=there, postgresql_where=there)


def downgrade() -> None:
    op.drop_index(NEW, table_name="companies")
    op.create_index(OLD, "companies", ["latitude", "longitude"], unique=False)
