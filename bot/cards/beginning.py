"""What is new: those who may be known already, and what was entered."""

from bot.buttons.beginning import BeginDeal, EnterAnyway, NewThing, SayEmployer
from bot.buttons.find import OpenCompany, OpenPerson
from bot.buttons.logged import Undo
from bot.cards.frame import HALF_LABEL, Rendered, Row, button, in_rows, screen
from bot.cards.names import called, company_in_full
from bot.cards.phone import LONGEST_NUMBER
from bot.texts import Html, Language, escape
from bot.texts.companies import full_name, short_name
from core.notices import Entered, Option, Twins


def twins(notice: Twins, words: Language) -> Rendered:
    """Is it one of these? Each opens; or it is somebody new."""
    rows: list[Row] = [
        [button(_twin(each, notice.what, words), _opens(each, notice.what))] for each in notice.twins
    ]
    anyway = words.plain("new-anyway", what=notice.what, name=notice.name)
    return screen([words.html("new-twins", what=notice.what)], [*rows, [button(anyway, EnterAnyway())]])


def _opens(each: Option, what: str) -> OpenCompany | OpenPerson:
    return OpenCompany(int(each.value)) if what == "company" else OpenPerson(int(each.value))


def _twin(each: Option, what: str, words: Language) -> str:
    if what == "company":
        return full_name(each.name or "", words)
    parts = [each.name or "", *([short_name(each.detail, words)] if each.detail else [])]
    return ", ".join(parts)


def entered(notice: Entered, words: Language) -> Rendered:
    """Who was entered, with Undo, and what may come next."""
    lines = [words.html("new-entered", what="person" if notice.person else "company")]
    if notice.person:
        lines.append(Html(f"👤 {called(notice.person.name)}"))
    if notice.phone:
        lines.append(Html(f"☎️ {escape(notice.phone, LONGEST_NUMBER)}"))
    if notice.company:
        lines.append(Html(f"🏢 {company_in_full(notice.company.name, words)}"))
    return screen(lines, in_rows(_next(notice, words)))


def _next(notice: Entered, words: Language) -> Row:
    company_id = notice.company.id if notice.company else 0
    person_id = notice.person.id if notice.person else 0
    row = [button(words.plain("button-undo"), Undo(notice.operation_id), HALF_LABEL)]
    if not notice.person:
        row.append(button(words.plain("new-what", what="person"), NewThing("person", company_id), HALF_LABEL))
    elif not notice.company:
        row.append(button(words.plain("new-employer"), SayEmployer(person_id), HALF_LABEL))
    row.append(button(words.plain("new-what", what="deal"), BeginDeal(company_id, person_id), HALF_LABEL))
    return row
