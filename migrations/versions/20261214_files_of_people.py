"""A file may belong to a person, also one who works at no company that is known."""

import sqlalchemy as sa
from alembic import op

revision = "20261214"
down_revision = "20261213"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_attachments = sa.table("attachments", sa.column("person_id"), sa.column("contact_id"))
_contacts = sa.table("contacts", sa.column("id"), sa.column("person_id"))
_AS_THEIR_CONTACTS = (
    _attachments.update()
    .where(_attachments.c.contact_id.is_not(None))
    .values(
        person_id=sa.select(_contacts.c.person_id)
        .where(_contacts.c.id == _attachments.c.contact_id)
        .scalar_subquery()
    )
)


def upgrade() -> None:
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(sa.Column("person_id", KEY, nullable=True))
        attachments.create_foreign_key(
            op.f("fk_attachments_person_id_people"), "people", ["person_id"], ["id"]
        )
        attachments.create_index(op.f("ix_attachments_person_id"), ["person_id"])
    op.execute(_AS_THEIR_CONTACTS)


def downgrade() -> None:
    with op.batch_alter_table("attachments") as attachments:
        attachments.drop_index(op.f("ix_attachments_person_id"))
        attachments.drop_constraint(op.f("fk_attachments_person_id_people"), type_="foreignkey")
        attachments.drop_column("person_id")
