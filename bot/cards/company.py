"""A company: who they are, what is open with them, what is planned and what has been."""

from telegram import InlineKeyboardButton

from bot.buttons.capture import ShowFiles
from bot.buttons.customer_life import AddOrder, AskWhere
from bot.buttons.deals import OpenDeal
from bot.buttons.find import CompanyPage, OpenPerson, SendPlace, ShowBrief
from bot.buttons.steps import PlanStep
from bot.cards.contacts import contact_line
from bot.cards.frame import HALF_LABEL, Rendered, Venue, bold, button, width
from bot.cards.names import called, company_in_full, deal_and_sum, first_words, with_initials
from bot.cards.phone import Entry, paged, plain, section, with_number
from bot.cards.steps import open_line
from bot.texts import Html, Language, dates, escape, join, shorten
from bot.texts.companies import full_name, short_name
from bot.texts.money import money, total
from core.notices import DealLine, Sum
from core.notices.customers import CompanyCard, OrderLine, PersonLine, Place

LONGEST_FACT = 60


def company_card(notice: CompanyCard, words: Language) -> Rendered:
    """The card, with people and deals to open; what does not fit on one screen is on the next."""
    company = notice.company
    head = [bold(Html(f"🏢 {company_in_full(company.name, words)}")), *_facts(notice, words)]
    actions = _actions(notice, words)
    return paged(
        head, _entries(notice, words), actions, notice.page, lambda page: CompanyPage(company.id, page), words
    )


def _entries(notice: CompanyCard, words: Language) -> list[Entry]:
    """People and open deals to open, orders, next steps, and what has been."""
    today = notice.today
    people = person_entries(notice.people, notice.people_count, words)
    deals = deal_entries(notice.deals, notice.deal_count, words)
    return [
        *people,
        *section("company-deals", deals, words),
        *section("deal-steps", plain(open_line(step, today, words) for step in notice.steps), words),
        *section("deal-contacts", plain(contact_line(each, today, words) for each in notice.contacts), words),
        *section("company-orders", plain(_order(order, notice, words) for order in notice.orders), words),
    ]


def person_entries(people: list[PersonLine], count: int, words: Language) -> list[Entry]:
    """People, each to open, and how many more there are."""
    entries = [
        Entry(
            person_line(each),
            button(
                f"👤 {each.name}",
                OpenPerson(each.id),
                HALF_LABEL,
                shorter=with_initials(each.name, "👤 "),
            ),
        )
        for each in people
    ]
    hidden = count - len(people)
    return [*entries, Entry(words.html("more", count=hidden))] if hidden > 0 else entries


def deal_entries(deals: list[DealLine], count: int, words: Language) -> list[Entry]:
    """Deals, each to open, and how many more there are."""
    entries = [_deal_entry(number, each, words) for number, each in enumerate(deals, 1)]
    hidden = count - len(deals)
    return [*entries, Entry(words.html("more", count=hidden))] if hidden > 0 else entries


def _deal_entry(number: int, deal: DealLine, words: Language) -> Entry:
    """By its title or its sum; by a number and the title's first words where neither tells it on a button."""
    name = deal.title or deal.stage
    label, line = f"💼 {name}", deal_line(deal, words)
    if deal.sum or width(label) <= HALF_LABEL:
        by_sum = [f"💼 {money(deal.sum, words)}"] if deal.sum else []
        return Entry(line, button(label, OpenDeal(deal.id), HALF_LABEL, shorter=by_sum))
    first, *others = first_words(name, f"{number}. ")
    return Entry(
        Html(f"{number}. {line}"),
        button(first, OpenDeal(deal.id), HALF_LABEL, shorter=[*others, str(number)]),
    )


def person_line(person: PersonLine) -> Html:
    """ "👤 Jonas Kairelis, direktorius" and the number."""
    role = [escape(person.role, LONGEST_FACT)] if person.role else []
    return with_number([called(person.name), *role], person.phone)


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
    won = join(" · ", [escape(total(each, words)) for each in sums]) or Html("–")
    return [words.html("company-won", count=count, total=won)]


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
    if notice.buys_from and notice.said_on:
        rival = short_name(notice.buys_from, words)
        said_on = dates.short(notice.said_on, notice.today, words)
        facts.append(words.html("company-buys-from", name=rival, when=said_on))
    return facts


def _order(order: OrderLine, notice: CompanyCard, words: Language) -> Html:
    """ "📦 lapkričio 24 d., 3 400 €"."""
    day, worth = dates.short(order.on, notice.today, words), money(order.sum, words)
    return Html(f"📦 {escape(day)}, {escape(worth)}")


def place(notice: Place, words: Language) -> Rendered:
    """The company on the map."""
    address = notice.region or f"{notice.latitude:.5f}, {notice.longitude:.5f}"
    name = shorten(full_name(notice.company, words), LONGEST_FACT)
    venue = Venue(notice.latitude, notice.longitude, name, address)
    return Rendered(escape(f"{name}, {address}"), venue=venue)


def _actions(notice: CompanyCard, words: Language) -> list[InlineKeyboardButton]:
    company_id = notice.company.id
    files = [button(f"📎 {notice.files}", ShowFiles(0, company_id), HALF_LABEL)] if notice.files else []
    known = [button(words.plain("button-place"), SendPlace(company_id), HALF_LABEL)]
    where = [button(words.plain("where-now-ask"), AskWhere(company_id), HALF_LABEL)]
    return [
        *(where if notice.is_silent else []),
        *(known if notice.has_place else []),
        button(words.plain("button-brief"), ShowBrief(company_id), HALF_LABEL),
        button(words.plain("plan-step"), PlanStep(0, company_id, 0), HALF_LABEL),
        button(words.plain("life-order"), AddOrder(company_id), HALF_LABEL),
        *files,
    ]
