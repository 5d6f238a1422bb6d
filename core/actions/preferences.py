"""What a member sets for themselves."""

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
    work.post(chat_id, LanguageSet(name=by.name, role=by.role), to=by, edits=card_id)
