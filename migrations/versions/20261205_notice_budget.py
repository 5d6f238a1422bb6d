"""How many notices that nobody asked for each member got on their present day."""

import sqlalchemy as sa
from alembic import op

revision = "20261205"
down_revision = "20261203"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("told_on", sa.Date(), nullable=True))
        members.add_column(sa.Column("told_count", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("members") as members:
        for column in ("told_on", "told_count"):
            members.drop_column(column)
