"""Digests: each as it was sent, so that it can be shown again."""

import sqlalchemy as sa
from alembic import op

revision = "20261201"
down_revision = "20261130"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("length", sa.String(length=1), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_digests_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
        sa.UniqueConstraint(
            "member_id", "length", "starts_on", name=op.f("uq_digests_member_id_length_starts_on")
        ),
    )


def downgrade() -> None:
    op.drop_table("digests")
