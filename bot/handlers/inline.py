"""Somebody types the bot's name and a few letters, in any chat."""

from bot.incoming.shapes import InlineQuery
from core.actions.inline import page
from core.actions.work import Work
from core.notices.inline import InlinePage
from core.storage.members import by_telegram_id


def offer(query: InlineQuery, work: Work) -> None:
    """Offers customers to a member; to anybody else nothing, as if nobody had been found."""
    member = by_telegram_id(work.session, query.from_user.id)
    work.offered = page(work, member, query.query, query.offset) if member else InlinePage()
