"""Routines: what each member is told by itself, and when it is due next."""

import sqlalchemy as sa
from alembic import op

revision = "20261130"
down_revision = "20261129"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "member_routines",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_member_routines_member_id_members")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_routines")),
        sa.UniqueConstraint("member_id", "kind", name=op.f("uq_member_routines_member_id_kind")),
    )
    is_on = sa.text("due_at IS NOT NULL")
    op.create_index(
        "ix_member_routines_due",
        "member_routines",
        ["due_at"],
        sqlite_where=is_on,
        postgresql_where=is_on,
    )


def downgrade() -> None:
    op.drop_table("member_routines")
