"""What travelling to customers cost: money spent, and kilometres driven."""

import sqlalchemy as sa
from alembic import op

revision = "20261212"
down_revision = "20261211"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = ("way", "fuel", "lodging", "meal", "parking", "fare", "other")
REFERS = {"by_id": "members", "contact_id": "contacts", "company_id": "companies", "deal_id": "deals"}


def upgrade() -> None:
    op.create_table(
        "expenses",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="expensekind", native_enum=False, length=20), nullable=False),
        sa.Column("by_id", KEY, nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("metres", sa.Integer(), nullable=True),
        sa.Column("contact_id", KEY, nullable=True),
        sa.Column("company_id", KEY, nullable=True),
        sa.Column("deal_id", KEY, nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(amount IS NULL) <> (metres IS NULL)", name=op.f("ck_expenses_what")),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_expenses_{column}_{table}"))
            for column, table in REFERS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expenses")),
    )
    op.create_index("ix_expenses_by_id_spent_on", "expenses", ["by_id", "spent_on"])
    for column in ("contact_id", "company_id", "deal_id"):
        op.create_index(op.f(f"ix_expenses_{column}"), "expenses", [column])


def downgrade() -> None:
    op.drop_table("expenses")
