"""A person: where they work, how to reach them, and what has been."""

from telegram import InlineKeyboardButton

from bot.buttons.capture import ShowPersonFiles
from bot.buttons.customer_life import ChangeEmployer
from bot.buttons.find import OpenCompany, PersonPage, SendPerson
from bot.buttons.steps import PlanStep
from bot.cards.company import LONGEST_FACT
from bot.cards.contacts import contact_line
from bot.cards.frame import HALF_LABEL, Rendered, SharedContact, bold, button
from bot.cards.names import called, company_in_full
from bot.cards.phone import LONGEST_NUMBER, paged, plain, section
from bot.cards.steps import open_line
from bot.texts import Html, Language, escape, join, shorten
from bot.texts.companies import short_name
from core.notices.customers import PersonCard, SharedPerson


def person_card(notice: PersonCard, words: Language) -> Rendered:
    """The card; its number is one that a phone makes tappable. What does not fit is on the next screen."""
    person = notice.person
    steps = plain(open_line(step, notice.today, words) for step in notice.steps)
    contacts = plain(
        contact_line(contact, notice.today, words, usually_with=person.name) for contact in notice.contacts
    )
    entries = [*section("deal-steps", steps, words), *section("deal-contacts", contacts, words)]
    ways = _ways(notice, words)
    return paged(
        _facts(notice, words), entries, ways, notice.page, lambda page: PersonPage(person.id, page), words
    )


def _facts(notice: PersonCard, words: Language) -> list[Html]:
    lines = [bold(Html(f"👤 {called(notice.person.name)}"))]
    where = [escape(notice.role, LONGEST_FACT)] if notice.role else []
    where += [company_in_full(notice.company.name, words)] if notice.company else []
    lines += [join(", ", where)] if where else []
    lines += (
        [Html(f"☎️ {escape(notice.phone, LONGEST_NUMBER)}")]
        if notice.phone
        else [words.html("person-no-phone")]
    )
    lines += [Html(f"✉️ {escape(notice.email, LONGEST_FACT)}")] if notice.email else []
    return lines


def shared_person(notice: SharedPerson, _words: Language) -> Rendered:
    """The person as a contact that the phone can call and keep."""
    first, _, last = shorten(notice.name, 64).partition(" ")
    phone = shorten(notice.phone, LONGEST_NUMBER)
    said = escape(f"{notice.name}, {phone}")
    return Rendered(said, contact=SharedContact(phone, first, last, vcard(notice)))


def vcard(person: SharedPerson) -> str:
    """The person as a vCard 3.0 (RFC 2426)."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_value(person.name)}", f"N:{_value(person.name)};;;;"]
    lines += [f"ORG:{_value(person.company)}"] if person.company else []
    lines += [f"TEL;TYPE=WORK:{_value(person.phone)}"]
    lines += [f"EMAIL:{_value(person.email)}"] if person.email else []
    return "\r\n".join([*lines, "END:VCARD"])


def _value(text: str) -> str:
    line = shorten(text, 120).replace("\\", "\\\\")
    return line.replace(",", "\\,").replace(";", "\\;")


def _ways(notice: PersonCard, words: Language) -> list[InlineKeyboardButton]:
    company, person_id = notice.company, notice.person.id
    to_phone = [button(words.plain("button-vcard"), SendPerson(person_id), HALF_LABEL)]
    step = PlanStep(0, company.id if company else 0, person_id)
    ways = [
        button(words.plain("plan-step"), step, HALF_LABEL),
        button(words.plain("life-employer"), ChangeEmployer(person_id), HALF_LABEL),
    ]
    if company:
        name, short = short_name(company.name, words), words.plain("button-company")
        leads_to = OpenCompany(company.id)
        ways.insert(0, button(f"🏢 {name}", leads_to, HALF_LABEL, shorter=[f"🏢 {short}"]))
    if notice.files:
        ways.append(button(f"📎 {notice.files}", ShowPersonFiles(person_id), HALF_LABEL))
    return [*(to_phone if notice.phone else []), *ways]
