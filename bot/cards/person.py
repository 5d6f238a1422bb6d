"""A person: where they work, how to reach them, and what has been."""

from bot.buttons.customer_life import ChangeEmployer
from bot.buttons.find import OpenCompany, SendPerson
from bot.buttons.steps import PlanStep
from bot.cards.company import LONGEST_FACT
from bot.cards.contacts import contact_line
from bot.cards.frame import HALF_LABEL, Rendered, Row, SharedContact, bold, button, screen
from bot.cards.names import called, company_in_full
from bot.cards.phone import lines_of, plain, section
from bot.cards.steps import card_line
from bot.texts import Html, Language, escape, join, shorten
from bot.texts.companies import short_name
from core.notices.customers import PersonCard, SharedPerson

LONGEST_PHONE = 40


def person_card(notice: PersonCard, words: Language) -> Rendered:
    """The card; the number is one that a phone makes tappable."""
    lines = [bold(Html(f"👤 {called(notice.person.name)}"))]
    where = [escape(notice.role, LONGEST_FACT)] if notice.role else []
    where += [company_in_full(notice.company.name, words)] if notice.company else []
    lines += [join(", ", where)] if where else []
    lines += (
        [Html(f"☎️ {escape(notice.phone, LONGEST_PHONE)}")]
        if notice.phone
        else [words.html("person-no-phone")]
    )
    lines += [Html(f"✉️ {escape(notice.email, LONGEST_FACT)}")] if notice.email else []
    steps = plain(card_line(step, notice.today, words) for step in notice.steps)
    contacts = plain(contact_line(contact, notice.today, words) for contact in notice.contacts)
    entries = [*section("deal-steps", steps, words), *section("deal-contacts", contacts, words)]
    return screen(
        [*lines, *lines_of(entries)],
        [_to_the_phone(notice, words), _ways(notice, words), _employer(notice, words)],
    )


def shared_person(notice: SharedPerson, _words: Language) -> Rendered:
    """The person as a contact that the phone can call and keep."""
    first, _, last = shorten(notice.name, 64).partition(" ")
    phone = shorten(notice.phone, LONGEST_PHONE)
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


def _to_the_phone(notice: PersonCard, words: Language) -> Row:
    if not notice.phone:
        return []
    return [button(words.plain("button-vcard"), SendPerson(notice.person.id))]


def _employer(notice: PersonCard, words: Language) -> Row:
    return [button(words.plain("life-employer"), ChangeEmployer(notice.person.id))]


def _ways(notice: PersonCard, words: Language) -> Row:
    company = notice.company
    row = [
        button(
            words.plain("plan-step"), PlanStep(0, company.id if company else 0, notice.person.id), HALF_LABEL
        )
    ]
    if company:
        row.insert(0, button(f"🏢 {short_name(company.name, words)}", OpenCompany(company.id), HALF_LABEL))
    return row
