"""Teams: a tree; a manager sees the own team and all below it."""

from sqlalchemy.orm import Mapped

from core.model.base import Base, key, to, words


class Team(Base):
    """A group of salespeople under a manager. `parent_id` None: a top team."""

    __tablename__ = "teams"

    id: Mapped[int] = key()
    name: Mapped[str] = words(200, unique=True)
    parent_id: Mapped[int | None] = to("teams.id")
