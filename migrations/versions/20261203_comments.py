"""Comments on deals: what managers say to salespeople, and what is answered."""

import sqlalchemy as sa
from alembic import op

revision = "20261203"
down_revision = "20261202"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "deal_comments",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("deal_id", KEY, nullable=False),
        sa.Column("by_id", KEY, nullable=False),
        sa.Column("to_id", KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("praise", "question", "reply", name="remark", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("letter_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_deal_comments_deal_id_deals")),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_deal_comments_by_id_members")),
        sa.ForeignKeyConstraint(["to_id"], ["members.id"], name=op.f("fk_deal_comments_to_id_members")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["deal_comments.id"], name=op.f("fk_deal_comments_parent_id_deal_comments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_comments")),
    )
    op.create_index(op.f("ix_deal_comments_deal_id"), "deal_comments", ["deal_id"])


def downgrade() -> None:
    op.drop_table("deal_comments")
