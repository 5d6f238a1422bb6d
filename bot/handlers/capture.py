"""What a customer was asked for: the purpose of the question, and who takes the answer."""

from collections.abc import Callable

from core.actions import beginning, by_taps, file_owner, files, forwarded, visits, whom
from core.actions.asking import forget_ask
from core.actions.intent import Intent
from core.actions.work import Source, Work
from core.errors import NoLongerApplies
from core.model import Member
from core.notices import AskInWords

Take = Callable[[Work, Member, str, Intent, int, int | None], None]
"""Takes whose it is: what the purpose is about, the customer, the chat, and the screen to be edited."""


def picked(work: Work, member: Member, purpose: str, packed: str, chat_id: int, card_id: int) -> None:
    """Gives a tapped customer to whoever asked. Raises NoLongerApplies for an unknown purpose, NotFound."""
    forget_ask(work, member)
    verb, _, about = purpose.partition(".")
    if verb == by_taps.VERB:
        by_taps.choose_kind(work, member, about, packed, chat_id, card_id)
        return
    _take(verb)(work, member, about, whom.intent_of(work, member, packed), chat_id, card_id)


def in_words(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    """Gives a customer named in words to whoever asked. Raises NotUnderstood where it is nobody."""
    verb, _, about = ask.field.partition(".")
    said = whom.in_words(work, member, text, source)
    if choices := whom.which(work, said):
        whom.show(work, member, ask.field, source.chat_id, first=choices)
        return
    if verb == by_taps.VERB:
        by_taps.name_customer(work, member, about, said, source.chat_id)
        return
    _take(verb)(work, member, about, said, source.chat_id, None)


def _take(verb: str) -> Take:
    if verb not in TAKES:
        raise NoLongerApplies()
    return TAKES[verb]


def more(work: Work, member: Member, purpose: str, page: int, chat_id: int, card_id: int) -> None:
    """Shows another page of the customers, those that the purpose puts first included."""
    verb, _, about = purpose.partition(".")
    first = visits.near(work, member, about) if verb == visits.VERB else ()
    whom.show(work, member, purpose, chat_id, page=page, edits=card_id, first=first)


def _begin(work: Work, member: Member, _about: str, said: Intent, chat_id: int, card_id: int | None) -> None:
    beginning.begin(work, member, said, chat_id, card_id)


def _employ(work: Work, member: Member, about: str, said: Intent, chat_id: int, card_id: int | None) -> None:
    if not about.isdecimal():
        raise NoLongerApplies()
    beginning.employ(work, member, int(about), said, chat_id, card_id)


TAKES: dict[str, Take] = {
    visits.VERB: visits.is_at,
    beginning.BEGIN: _begin,
    beginning.EMPLOYER: _employ,
    files.VERB: file_owner.belongs,
    forwarded.VERB: forwarded.belongs,
}
