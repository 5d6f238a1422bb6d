"""Where a customer who fell silent buys now, when that was said, and when it was last asked."""

import sqlalchemy as sa
from alembic import op

revision = "20261211"
down_revision = "20261210"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("companies", sa.Column("buys_from", sa.String(length=200), nullable=True))
    op.add_column("companies", sa.Column("where_said_on", sa.Date(), nullable=True))
    op.add_column("companies", sa.Column("where_asked_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("companies") as companies:
        companies.drop_column("where_asked_on")
        companies.drop_column("where_said_on")
        companies.drop_column("buys_from")
