"""Whom the words may name: a button each."""

from bot.buttons.deals import OpenDeal
from bot.buttons.find import OpenCompany, OpenPerson
from bot.cards.frame import Rendered, Row, button, screen
from bot.cards.names import deal_named
from bot.texts import Language, escape
from bot.texts.companies import full_name, short_name
from bot.texts.money import money
from core.notices import DealLine
from core.notices.customers import CompanyLine, FoundList, PersonLine

LONGEST_WORDS = 60


def found_list(notice: FoundList, words: Language) -> Rendered:
    """The hits, likeliest first; what to do where there is none."""
    said = escape(notice.words, LONGEST_WORDS)
    rows = [_company(company, words) for company in notice.companies]
    rows += [_person(person, words) for person in notice.people]
    rows += [_deal(deal, words) for deal in notice.deals]
    if not rows:
        return screen([words.html("found-nobody", words=said)])
    more = [words.html("found-more", count=notice.more)] if notice.more else []
    return screen([words.html("found", words=said), *more], rows)


def _company(company: CompanyLine, words: Language) -> Row:
    parts = [full_name(company.name, words), *([company.region] if company.region else [])]
    return [button(f"🏢 {', '.join(parts)}", OpenCompany(company.id))]


def _person(person: PersonLine, words: Language) -> Row:
    parts = [person.name, *([short_name(person.company, words)] if person.company else [])]
    return [button(f"👤 {', '.join(parts)}", OpenPerson(person.id))]


def _deal(deal: DealLine, words: Language) -> Row:
    parts = [deal_named(deal, words), *([money(deal.sum, words)] if deal.sum else [])]
    return [button(f"💼 {', '.join(parts)}", OpenDeal(deal.id))]
