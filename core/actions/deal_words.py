"""What was asked of a deal, answered in words: its sum, date, title, and who got it."""

from core.actions import deal_card, deal_deeds
from core.actions.said import title_said
from core.actions.work import Work
from core.model import Member
from core.notices import AskInWords

DEAL = "deal"
LOST_TO = "lost-to"
"""What is asked about: a value of a deal, and who got the deal that an operation lost."""

TITLE_AMOUNT = "title-amount"
"""What a new deal is about and for how much, in one message."""

FIELDS = frozenset({"amount", "close_date", "title"})


def set_value(work: Work, by: Member, ask: AskInWords, text: str, chat_id: int) -> None:
    """Sets the value that was asked for, and shows the deal with what was done."""
    if ask.field == TITLE_AMOUNT:
        change = deal_deeds.set_title_and_amount(work, by, ask.record_id, text)
    else:
        change = deal_deeds.set_in_words(work, by, ask.record_id, ask.field, text)
    deal_card.show(work, by, ask.record_id, ask.place, chat_id, change=change)


def set_competitor(work: Work, by: Member, ask: AskInWords, text: str, chat_id: int) -> None:
    """Notes who got the deal, and shows it."""
    deal_id, change = deal_deeds.lost_to(work, by, ask.record_id, title_said(text))
    deal_card.show(work, by, deal_id, ask.place, chat_id, change=change)
