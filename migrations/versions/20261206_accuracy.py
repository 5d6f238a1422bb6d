"""Accuracy: how right the forecasts of past periods were."""

import sqlalchemy as sa
from alembic import op

revision = "20261206"
down_revision = "20261205"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forecast_accuracies",
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("scope_id", sa.BigInteger(), nullable=False),
        sa.Column("horizon_days", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("periods", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Float(), nullable=True)
            for name in ("wape", "bias", "coverage", "brier", "commit_hit_rate")
        ),
        sa.PrimaryKeyConstraint(
            "scope", "scope_id", "horizon_days", "method", name=op.f("pk_forecast_accuracies")
        ),
    )


def downgrade() -> None:
    op.drop_table("forecast_accuracies")
