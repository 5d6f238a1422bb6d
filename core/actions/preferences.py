"""What a member sets for themselves."""

from core.actions import practice
from core.actions.work import Work
from core.model import Member
from core.notices import LanguageChoice, LanguageSet
from core.storage.ledger import Ledger

LANGUAGES = ("lt", "en")


def offer_languages(work: Work, by: Member, chat_id: int) -> None:
    """Posts the choice of language."""
    work.post(chat_id, LanguageChoice(), to=by)


def set_language(work: Work, by: Member, language: str, chat_id: int, card_id: int) -> None:
    """Speaks this language to the member from now on."""
    ledger = Ledger.begin(work.session, "language", work.now, by_id=by.id, chat_id=chat_id)
    ledger.change(by, {"language": language})
    ledger.close()
    if not practice.offer(work, by, chat_id, edits=card_id):
        say_language(work, by, chat_id, card_id)


def say_language(work: Work, by: Member, chat_id: int, card_id: int) -> None:
    """Says in the member's language that it is spoken, and how to begin."""
    work.post(chat_id, LanguageSet(name=by.name, role=by.role), to=by, edits=card_id)
