"""Contact cards that were shared: somebody known already, and a number they got."""

from bot.buttons.capture import AddNumber, AnotherPerson
from bot.buttons.find import OpenPerson
from bot.buttons.logged import Undo
from bot.cards.frame import HALF_LABEL, Rendered, Row, button, screen
from bot.cards.names import called, company_in_full
from bot.cards.phone import LONGEST_NUMBER, with_number
from bot.texts import Html, Language, escape
from core.notices.shared import PersonEntered, PersonKnown


def person_known(notice: PersonKnown, words: Language) -> Rendered:
    """Who it is; the number can be added, or somebody else of that name entered."""
    head = words.html("person-known")
    who = _who(notice.name, notice.phone, notice.company, words)
    rows: list[Row] = [[button(words.plain("person-open"), OpenPerson(notice.person_id), HALF_LABEL)]]
    if notice.by_number:
        return screen([head, who], rows)
    rows[0].append(button(words.plain("person-another"), AnotherPerson(), HALF_LABEL))
    has = "one" if notice.phone else "none"
    ask = words.html("person-add-number", phone=escape(notice.given, LONGEST_NUMBER), has=has)
    label = words.plain("person-add", has=has)
    add = [button(label, AddNumber(notice.person_id))] if notice.given else []
    return screen([head, who, ask] if add else [head, who], [add, *rows])


def person_entered(notice: PersonEntered, words: Language) -> Rendered:
    """Whose number it is now, with Undo."""
    row = [
        button(words.plain("button-undo"), Undo(notice.operation_id), HALF_LABEL),
        button(words.plain("person-open"), OpenPerson(notice.person_id), HALF_LABEL),
    ]
    who = _who(notice.name, notice.phone, notice.company, words)
    return screen([words.html("person-entered", did=notice.did), who], [row])


def _who(name: str, phone: str | None, company: str | None, words: Language) -> Html:
    where = [company_in_full(company, words)] if company else []
    return with_number([called(name), *where], phone)
