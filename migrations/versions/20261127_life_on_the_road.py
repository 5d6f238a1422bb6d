"""Life on the road: absences, visits, files, shared and alternative deals, habits, what was asked last."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "20261127"
down_revision = "20261126"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _instant(name: str, *, empty: bool = True) -> "sa.Column[datetime]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=empty)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def upgrade() -> None:
    _absences()
    _visits()
    _attachments()
    _deal_groups_and_shares()
    _feature_uses()
    for column in ("latitude", "longitude"):
        op.add_column("companies", sa.Column(column, sa.Float(), nullable=True))
    op.create_index("ix_companies_latitude_longitude", "companies", ["latitude", "longitude"], unique=False)
    for table in ("people", "companies"):
        _ends_of_phones(table)
    op.add_column("companies", sa.Column("paused_until", sa.Date(), nullable=True))
    op.add_column("members", sa.Column("asked_id", sa.BigInteger(), nullable=True))
    op.add_column("members", sa.Column("visit_id", sa.BigInteger(), nullable=True))
    op.add_column("members", sa.Column("last_tip_on", sa.Date(), nullable=True))
    op.add_column("members", _instant("tips_off_at"))
    _add_reference("deals", "group_id", "deal_groups")
    _add_reference("deals", "split_from_id", "deals")
    op.add_column("deals", sa.Column("tender_on", sa.Date(), nullable=True))
    op.add_column("deals", sa.Column("paused_until", sa.Date(), nullable=True))
    op.add_column("next_steps", sa.Column("reason", sa.String(length=20), nullable=True))
    op.create_index(op.f("ix_deals_group_id"), "deals", ["group_id"], unique=False)
    _index_open_steps_only()
    _index_done_steps()


def _ends_of_phones(table: str) -> None:
    bare = "phone"
    for separator in " -()./":
        bare = f"replace({bare}, '{separator}', '')"
    end = sa.Computed(f"substr({bare}, length({bare}) - 6)")
    op.add_column(table, sa.Column("phone_end", sa.String(length=100), end, nullable=True))
    op.create_index(op.f(f"ix_{table}_phone_end"), table, ["phone_end"], unique=False)


def _add_reference(table: str, column: str, target: str) -> None:
    """A column with its foreign key in one statement: SQLite can add none to a table that is there."""
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    constraint = f"CONSTRAINT fk_{table}_{column}_{target} REFERENCES {target} (id)"
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} {constraint}")


def _index_open_steps_only() -> None:
    op.drop_index("ix_next_steps_owner_id_remind_on", table_name="next_steps")
    op.drop_index("ix_next_steps_company_id", table_name="next_steps")
    is_open = sa.text("done_at IS NULL AND dropped_at IS NULL AND deleted_at IS NULL")
    for columns in (["owner_id", "remind_on"], ["company_id"], ["person_id"]):
        name = "_".join(["ix_next_steps", *columns, "open"])
        op.create_index(name, "next_steps", columns, sqlite_where=is_open, postgresql_where=is_open)


def _index_done_steps() -> None:
    is_done, by_owner = sa.text("done_at IS NOT NULL"), ["owner_id", "done_at"]
    op.create_index(
        "ix_next_steps_owner_id_done_at",
        "next_steps",
        by_owner,
        sqlite_where=is_done,
        postgresql_where=is_done,
    )


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        _instant("created_at", empty=False),
        sa.Column("deputy_id", KEY, nullable=True),
        _instant("deleted_at"),
        sa.CheckConstraint("starts_on < ends_on", name=op.f("ck_absences_period")),
        _to("absences", "member_id", "members"),
        _to("absences", "deputy_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(op.f("ix_absences_member_id"), "absences", ["member_id"], unique=False)
    op.create_index(op.f("ix_absences_deputy_id"), "absences", ["deputy_id"], unique=False)


def _visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        _instant("started_at", empty=False),
        sa.Column("company_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("deal_id", KEY, nullable=True),
        sa.Column("contact_id", KEY, nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        _instant("ended_at"),
        _instant("deleted_at"),
        _to("visits", "member_id", "members"),
        _to("visits", "company_id", "companies"),
        _to("visits", "person_id", "people"),
        _to("visits", "deal_id", "deals"),
        _to("visits", "contact_id", "contacts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index("ix_visits_member_id_ended_at", "visits", ["member_id", "ended_at"], unique=False)


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_id", sa.String(length=300), nullable=False),
        sa.Column("file_unique_id", sa.String(length=100), nullable=False),
        sa.Column("by_id", KEY, nullable=False),
        _instant("created_at", empty=False),
        sa.Column("contact_id", KEY, nullable=True),
        sa.Column("company_id", KEY, nullable=True),
        sa.Column("deal_id", KEY, nullable=True),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("album", sa.String(length=100), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        _instant("deleted_at"),
        _to("attachments", "by_id", "members"),
        _to("attachments", "contact_id", "contacts"),
        _to("attachments", "company_id", "companies"),
        _to("attachments", "deal_id", "deals"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    for column in ("contact_id", "company_id", "deal_id", "album"):
        op.create_index(op.f(f"ix_attachments_{column}"), "attachments", [column], unique=False)


def _deal_groups_and_shares() -> None:
    op.create_table(
        "deal_groups",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        _instant("created_at", empty=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_groups")),
    )
    op.create_table(
        "deal_shares",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("deal_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        _instant("deleted_at"),
        sa.CheckConstraint("percent BETWEEN 1 AND 99", name=op.f("ck_deal_shares_percent")),
        _to("deal_shares", "deal_id", "deals"),
        _to("deal_shares", "member_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_shares")),
    )
    op.create_index(op.f("ix_deal_shares_deal_id"), "deal_shares", ["deal_id"], unique=False)
    op.create_index(op.f("ix_deal_shares_member_id"), "deal_shares", ["member_id"], unique=False)


def _feature_uses() -> None:
    op.create_table(
        "feature_uses",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("feature", sa.String(length=40), nullable=False),
        _instant("first_at", empty=False),
        sa.Column("count", sa.Integer(), nullable=False),
        _to("feature_uses", "member_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feature_uses")),
        sa.UniqueConstraint("member_id", "feature", name=op.f("uq_feature_uses_member_id_feature")),
    )


def downgrade() -> None:
    for columns in ("owner_id_remind_on", "company_id", "person_id"):
        op.drop_index(f"ix_next_steps_{columns}_open", table_name="next_steps")
    op.drop_index("ix_next_steps_owner_id_done_at", table_name="next_steps")
    op.create_index("ix_next_steps_owner_id_remind_on", "next_steps", ["owner_id", "remind_on"])
    op.create_index("ix_next_steps_company_id", "next_steps", ["company_id"])
    with op.batch_alter_table("next_steps") as steps:
        steps.drop_column("reason")
    with op.batch_alter_table("deals") as deals:
        deals.drop_constraint(op.f("fk_deals_group_id_deal_groups"), type_="foreignkey")
        deals.drop_constraint(op.f("fk_deals_split_from_id_deals"), type_="foreignkey")
        deals.drop_index(op.f("ix_deals_group_id"))
        for column in ("group_id", "split_from_id", "tender_on", "paused_until"):
            deals.drop_column(column)
    with op.batch_alter_table("members") as members:
        for column in ("asked_id", "visit_id", "last_tip_on", "tips_off_at"):
            members.drop_column(column)
    for table in ("people", "companies"):
        op.drop_index(op.f(f"ix_{table}_phone_end"), table_name=table)
        op.drop_column(table, "phone_end")
    with op.batch_alter_table("companies") as companies:
        companies.drop_index("ix_companies_latitude_longitude")
        for column in ("latitude", "longitude", "paused_until"):
            companies.drop_column(column)
    for table in ("feature_uses", "deal_shares", "deal_groups", "attachments", "visits", "absences"):
        op.drop_table(table)
