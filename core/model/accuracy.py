"""How right the forecasts of past periods were, kept until something about the past changes."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, vocabulary, words
from core.terms import Scope


class ForecastAccuracy(Base):
    """The score of one `method`, `horizon_days` before the end of so many `periods`, of one scope.

    `wape`, `bias`, `coverage` and `brier` as in `core.insights.accuracy.Score`; `commit_hit_rate` is that of
    the scope and horizon. `content` tells what of the past it was made from.
    """

    __tablename__ = "forecast_accuracies"

    scope: Mapped[Scope] = mapped_column(vocabulary(Scope), primary_key=True)
    scope_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    horizon_days: Mapped[int] = mapped_column(primary_key=True)
    method: Mapped[str] = words(20, primary_key=True)
    content: Mapped[str] = words(64)
    made_at: Mapped[datetime] = mapped_column(Instant)
    periods: Mapped[int] = mapped_column()
    wape: Mapped[float | None] = mapped_column()
    bias: Mapped[float | None] = mapped_column()
    coverage: Mapped[float | None] = mapped_column()
    brier: Mapped[float | None] = mapped_column()
    commit_hit_rate: Mapped[float | None] = mapped_column()
