"""What to know before a visit, on one screen."""

from bot.buttons.find import OpenCompany
from bot.buttons.steps import PlanStep
from bot.cards.company import deal_line, person_line, section, won_line
from bot.cards.contacts import contact_line
from bot.cards.frame import HALF_LABEL, Rendered, bold, button, fit, screen
from bot.cards.names import company_in_full, deal_and_sum
from bot.cards.steps import card_line
from bot.texts import Html, Language, dates, escape, join
from bot.texts.companies import short_name
from core.notices.customers import Brief, LostLine, SaidLine

LONGEST_WORDS = 140


def brief_card(notice: Brief, words: Language) -> Rendered:
    """The brief by itself."""
    head = [words.html("brief", company=bold(company_in_full(notice.company.name, words)))]
    if notice.phone:
        head.append(Html(f"☎️ {escape(notice.phone, 40)}"))
    body = brief_lines(notice, words)
    fitted = fit(body, lambda count: words.html("more", count=count), beside=head)
    company = notice.company.id
    rows = [
        [
            button(words.plain("button-company"), OpenCompany(company), HALF_LABEL),
            button(words.plain("plan-step"), PlanStep(0, company, 0), HALF_LABEL),
        ]
    ]
    return screen([*head, *fitted], rows)


def brief_lines(notice: Brief, words: Language) -> list[Html]:
    """People, open deals, promises both ways, what was said, what was won and lost; never empty."""
    body = [person_line(person) for person in notice.people]
    body += section("company-deals", [deal_line(deal, words) for deal in notice.deals], words)
    body += section("brief-ours", [card_line(step, notice.today, words) for step in notice.ours], words)
    body += section("brief-theirs", [card_line(step, notice.today, words) for step in notice.theirs], words)
    body += section(
        "brief-said", [line for said in notice.said for line in _said(said, notice, words)], words
    )
    past = [
        *won_line(notice.won_count, notice.won, words),
        *(_lost(lost, notice, words) for lost in notice.lost),
    ]
    body += section("brief-past", past, words)
    return body or [words.html("brief-nothing")]


def _said(said: SaidLine, notice: Brief, words: Language) -> list[Html]:
    line = contact_line(said.contact, notice.today, words)
    return [line, Html(f"<i>{escape(said.words, LONGEST_WORDS)}</i>")] if said.words else [line]


def _lost(lost: LostLine, notice: Brief, words: Language) -> Html:
    """ "❌ Langai, 4 500 € – dėl kainos, pasirinko „Medistorą“, kovo 3 d."."""
    deal = deal_and_sum(lost.title, lost.sum, words)
    said = words.html("deal-lost", deal=deal) if deal else words.html("deal-lost-bare")
    if lost.reason:
        said = words.html("deal-lost-why", lost=said, reason=lost.reason.value)
    more = [escape(short_name(lost.competitor, words))] if lost.competitor else []
    more += [escape(dates.short(lost.on, notice.today, words))] if lost.on else []
    return join(", ", [said, *more])
