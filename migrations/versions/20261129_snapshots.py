"""Snapshots: each Monday's forecasts, with the deals that they were made from."""

import sqlalchemy as sa
from alembic import op

revision = "20261129"
down_revision = "20261127"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
        sa.UniqueConstraint("taken_on", name=op.f("uq_snapshots_taken_on")),
    )
    _forecasts()
    _deals()


def _forecasts() -> None:
    key = ("snapshot_id", "scope", "scope_id", "starts_on", "ends_on")
    sums = ("won", "floor", "expected", "expected_low", "expected_high", "new_business", "best_case")
    unknown = ("expected_low", "expected_high", "new_business", "target")
    op.create_table(
        "snapshot_forecasts",
        sa.Column("snapshot_id", KEY, nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("scope_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=name in unknown)
            for name in (*sums, "weighted", "target")
        ),
        sa.Column("without_amount", sa.Integer(), nullable=False),
        _of_snapshot("snapshot_forecasts"),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_snapshot_forecasts")),
    )


def _deals() -> None:
    op.create_table(
        "snapshot_deals",
        sa.Column("snapshot_id", KEY, nullable=False),
        sa.Column("deal_id", sa.BigInteger(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("pipeline_id", sa.BigInteger(), nullable=False),
        sa.Column("stage_id", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("worth", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.Column("contract_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("chance", sa.Float(), nullable=True),
        sa.Column("median_on", sa.Date(), nullable=True),
        *(
            sa.Column(name, sa.Float(), nullable=True)
            for name in ("in_month", "in_quarter", "in_year", "next_quarter")
        ),
        sa.Column("counted", sa.Boolean(), nullable=False),
        _of_snapshot("snapshot_deals"),
        sa.PrimaryKeyConstraint("snapshot_id", "deal_id", name=op.f("pk_snapshot_deals")),
    )


def _of_snapshot(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_snapshot_id_snapshots")
    return sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name=name)


def downgrade() -> None:
    for table in ("snapshot_deals", "snapshot_forecasts", "snapshots"):
        op.drop_table(table)
