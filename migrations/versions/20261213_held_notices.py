"""What waits for a summary, and of routines whose role they are given for and what the member wants."""

import sqlalchemy as sa
from alembic import op

revision = "20261213"
down_revision = "20261212"
branch_labels = None
depends_on = None

_routines = sa.table(
    "member_routines",
    *(sa.column(name, kind) for name, kind in (("kind", sa.String), ("due_at", sa.DateTime))),
    *(
        sa.column(name, kind)
        for name, kind in (("role", sa.String), ("wanted", sa.Boolean), ("member_id", sa.BigInteger))
    ),
)
_members = sa.table("members", sa.column("id", sa.BigInteger), sa.column("role", sa.String))
_is_on = _routines.c.due_at.is_not(None)
_usual = (_routines.c.kind == "agenda") | (
    _routines.c.kind.in_(("digest", "closing")) & (_routines.c.role != "rep")
)
_ROLES = _routines.update().values(
    role=sa.select(_members.c.role).where(_members.c.id == _routines.c.member_id).scalar_subquery()
)
_WANTED = _routines.update().where(_is_on != _usual).values(wanted=_is_on)
"""Who had chosen otherwise than is usual until now."""

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "held_notices",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_held_notices_member_id_members")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_notices")),
    )
    is_closed = sa.text("opened_at IS NULL")
    op.create_index(
        "ix_held_notices_unopened",
        "held_notices",
        ["member_id"],
        sqlite_where=is_closed,
        postgresql_where=is_closed,
    )
    with op.batch_alter_table("member_routines") as routines:
        routines.add_column(sa.Column("role", sa.String(length=20), nullable=True))
        routines.add_column(sa.Column("wanted", sa.Boolean(), nullable=True))
    op.execute(_ROLES)
    op.execute(_WANTED)


def downgrade() -> None:
    with op.batch_alter_table("member_routines") as routines:
        for column in ("wanted", "role"):
            routines.drop_column(column)
    op.drop_index("ix_held_notices_unopened", "held_notices")
    op.drop_table("held_notices")
