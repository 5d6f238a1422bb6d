"""A company: who they are, what is open with them, what is planned and what has been."""

from telegram import InlineKeyboardButton

from bot.buttons.capture import ShowFiles
from bot.buttons.customer_life import AddOrder
from bot.buttons.deals import OpenDeal
from bot.buttons.find import OpenPerson, ShowBrief
from bot.buttons.steps import PlanStep
from bot.cards.contacts import contact_line
from bot.cards.frame import HALF_LABEL, Rendered, Row, bold, button, fit, in_rows, screen
from bot.cards.names import called, company_in_full, deal_and_sum
from bot.cards.steps import card_line
from bot.texts import Html, Language, dates, escape, join
from bot.texts.money import money
from core.notices import DealLine, Sum
from core.notices.customers import CompanyCard, OrderLine, PersonLine

LONGEST_FACT = 60


def company_card(notice: CompanyCard, words: Language) -> Rendered:
    """The card, with people and deals to open."""
    head = [bold(Html(f"🏢 {company_in_full(notice.company.name, words)}")), *_facts(notice, words)]
    people = [person_line(person) for person in notice.people]
    if notice.people_count > len(people):
        people.append(words.html("more", count=notice.people_count - len(people)))
    deals = [deal_line(deal, words) for deal in notice.deals]
    if notice.deal_count > len(deals):
        deals.append(words.html("more", count=notice.deal_count - len(deals)))
    steps = [card_line(step, notice.today, words) for step in notice.steps]
    contacts = [contact_line(contact, notice.today, words) for contact in notice.contacts]
    body = [*people, *section("company-deals", deals, words)]
    orders = [_order(order, notice, words) for order in notice.orders]
    body += section("company-orders", orders, words)
    body += [*section("deal-steps", steps, words), *section("deal-contacts", contacts, words)]
    fitted = fit(body, lambda count: words.html("more", count=count), beside=head)
    rows = [*in_rows(_opens(notice)), _files(notice), *in_rows(_actions(notice, words))]
    return screen([*head, *fitted], rows)


def section(key: str, lines: list[Html], words: Language) -> list[Html]:
    """The lines under their heading and a gap; nothing where there are none."""
    return [Html(""), bold(words.html(key)), *lines] if lines else []


def person_line(person: PersonLine) -> Html:
    """ "👤 Jonas Kairelis, direktorius, +370 612 34567"."""
    parts = [called(person.name)]
    parts += [escape(part, LONGEST_FACT) for part in (person.role, person.phone) if part]
    return Html("👤 " + join(", ", parts))


def deal_line(deal: DealLine, words: Language) -> Html:
    """ "💼 Fasado medžiagos, 12 000 € · Derybos"."""
    parts = [deal_and_sum(deal.title, deal.sum, words), escape(deal.stage, 40) if deal.stage else Html("")]
    if deal.owner:
        parts.append(called(deal.owner))
    return Html("💼 " + join(" · ", [part for part in parts if part]))


def won_line(count: int, sums: list[Sum], words: Language) -> list[Html]:
    """ "🏆 Laimėta 3 kartus: 61 400 €"."""
    if not count:
        return []
    total = join(" · ", [escape(money(each, words)) for each in sums]) or Html("–")
    return [words.html("company-won", count=count, total=total)]


def _facts(notice: CompanyCard, words: Language) -> list[Html]:
    where = [escape(part, LONGEST_FACT) for part in (notice.segment, notice.region) if part]
    reach = [notice.phone, notice.email, notice.website]
    facts = [join(" · ", where)] if where else []
    facts += (
        [Html("☎️ " + join(" · ", [escape(part, LONGEST_FACT) for part in reach if part]))]
        if any(reach)
        else []
    )
    facts += won_line(notice.won_count, notice.won, words)
    if notice.paused_until:
        facts.append(words.html("company-paused", when=dates.short(notice.paused_until, notice.today, words)))
    return facts


def _order(order: OrderLine, notice: CompanyCard, words: Language) -> Html:
    """ "📦 lapkričio 24 d., 3 400 €"."""
    day, total = dates.short(order.on, notice.today, words), money(order.sum, words)
    return Html(f"📦 {escape(day)}, {escape(total)}")


def _opens(notice: CompanyCard) -> list[InlineKeyboardButton]:
    people = [button(f"👤 {person.name}", OpenPerson(person.id), HALF_LABEL) for person in notice.people]
    deals = [button(f"💼 {deal.title or deal.stage}", OpenDeal(deal.id), HALF_LABEL) for deal in notice.deals]
    return [*people, *deals]


def _files(notice: CompanyCard) -> Row:
    return [button(f"📎 {notice.files}", ShowFiles(0, notice.company.id))] if notice.files else []


def _actions(notice: CompanyCard, words: Language) -> list[InlineKeyboardButton]:
    return [
        button(words.plain("button-brief"), ShowBrief(notice.company.id), HALF_LABEL),
        button(words.plain("plan-step"), PlanStep(0, notice.company.id, 0), HALF_LABEL),
        button(words.plain("life-order"), AddOrder(notice.company.id), HALF_LABEL),
    ]
