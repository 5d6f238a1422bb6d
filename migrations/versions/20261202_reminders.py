"""Reminders: when each next step is reminded of, and who does not want to be disturbed when."""

import sqlalchemy as sa
from alembic import op

revision = "20261202"
down_revision = "20261201"
branch_labels = None
depends_on = None

OPEN = "done_at IS NULL AND dropped_at IS NULL AND deleted_at IS NULL"
UNPLANNED = f"{OPEN} AND due_at IS NOT NULL AND (planned_for IS NULL OR planned_for <> due_at)"
WAITING = f"{OPEN} AND remind_at IS NOT NULL"


def upgrade() -> None:
    with op.batch_alter_table("next_steps") as steps:
        steps.add_column(sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True))
        steps.add_column(sa.Column("planned_for", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("quiet_from", sa.Time(), nullable=True))
        members.add_column(sa.Column("quiet_to", sa.Time(), nullable=True))
        members.add_column(sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True))
    # what was due before reminders existed is in the agendas: it is not reminded of today
    op.execute(sa.text("UPDATE next_steps SET planned_for = due_at WHERE due_at <= CURRENT_TIMESTAMP"))
    for name, columns, condition in (
        ("ix_next_steps_unplanned", ["due_at"], UNPLANNED),
        ("ix_next_steps_reminders", ["remind_at", "owner_id"], WAITING),
    ):
        where = sa.text(condition)
        op.create_index(name, "next_steps", columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name in ("ix_next_steps_unplanned", "ix_next_steps_reminders"):
        op.drop_index(name, table_name="next_steps")
    with op.batch_alter_table("members") as members:
        for column in ("quiet_from", "quiet_to", "snoozed_until"):
            members.drop_column(column)
    with op.batch_alter_table("next_steps") as steps:
        for column in ("remind_at", "planned_for"):
            steps.drop_column(column)
