"""Revisions: numbers that grow with each change, so that caches of other processes notice."""

from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, words


class Revision(Base):
    """How often the things called `name` (directory, members, pipelines) have changed."""

    __tablename__ = "revisions"

    name: Mapped[str] = words(40, primary_key=True)
    number: Mapped[int] = mapped_column(default=0)
