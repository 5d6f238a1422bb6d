"""Pipelines and their stages: the team's own sales processes, several side by side."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, key, to, vocabulary, words
from core.terms import Category, StageMeaning


class Pipeline(Base):
    """One sales process. The one with the lowest `position` takes deals for which none is named."""

    __tablename__ = "pipelines"

    id: Mapped[int] = key()
    name: Mapped[str] = words(200, unique=True)
    position: Mapped[int] = mapped_column()
    archived: Mapped[bool] = mapped_column(default=False)


class Stage(Base):
    """A step of a pipeline. `probability` of winning in percent; `expected_days` a deal usually stays."""

    __tablename__ = "stages"
    __table_args__ = (
        UniqueConstraint("pipeline_id", "name"),
        CheckConstraint("probability BETWEEN 0 AND 100", name="probability"),
    )

    id: Mapped[int] = key()
    pipeline_id: Mapped[int] = to("pipelines.id")
    name: Mapped[str] = words(200)
    position: Mapped[int] = mapped_column()
    meaning: Mapped[StageMeaning] = mapped_column(vocabulary(StageMeaning))
    probability: Mapped[int] = mapped_column()
    category: Mapped[Category] = mapped_column(vocabulary(Category))
    expected_days: Mapped[int | None] = mapped_column()
    archived: Mapped[bool] = mapped_column(default=False)
