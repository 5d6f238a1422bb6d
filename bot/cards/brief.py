"""What to know before a visit, on one screen."""

from bot.buttons.find import BriefPage, OpenCompany
from bot.buttons.steps import PlanStep
from bot.cards.company import deal_line, person_line, won_line
from bot.cards.contacts import contact_line
from bot.cards.frame import HALF_LABEL, Rendered, bold, button
from bot.cards.names import company_in_full, deal_and_sum
from bot.cards.phone import LONGEST_NUMBER, Entry, paged, plain, section
from bot.cards.steps import open_line
from bot.texts import Html, Language, dates, escape, join
from bot.texts.companies import short_name
from core.notices.customers import Brief, LostLine, SaidLine

LONGEST_WORDS = 140


def brief_card(notice: Brief, words: Language) -> Rendered:
    """The brief by itself; what does not fit on one screen is on the next."""
    company = notice.company
    head = [words.html("brief", company=bold(company_in_full(company.name, words)))]
    if notice.phone:
        head.append(Html(f"☎️ {escape(notice.phone, LONGEST_NUMBER)}"))
    actions = [
        button(words.plain("button-company"), OpenCompany(company.id), HALF_LABEL),
        button(words.plain("plan-step"), PlanStep(0, company.id, 0), HALF_LABEL),
    ]
    entries = brief_entries(notice, words)
    return paged(head, entries, actions, notice.page, lambda page: BriefPage(company.id, page), words)


def brief_entries(notice: Brief, words: Language) -> list[Entry]:
    """People, open deals, promises both ways, what was said, what was won and lost; never empty."""
    today = notice.today
    past = [
        *won_line(notice.won_count, notice.won, words),
        *(_lost(lost, notice, words) for lost in notice.lost),
    ]
    entries = [
        *plain(person_line(person) for person in notice.people),
        *section("company-deals", plain(deal_line(deal, words) for deal in notice.deals), words),
        *section("brief-ours", plain(open_line(step, today, words) for step in notice.ours), words),
        *section("brief-theirs", plain(open_line(step, today, words) for step in notice.theirs), words),
        *section("brief-said", plain(_said(said, notice, words) for said in notice.said), words),
        *section("brief-past", plain(past), words),
    ]
    return entries or [Entry(words.html("brief-nothing"))]


def _said(said: SaidLine, notice: Brief, words: Language) -> Html:
    line = contact_line(said.contact, notice.today, words)
    return Html(f"{line}\n<i>{escape(said.words, LONGEST_WORDS)}</i>") if said.words else line


def _lost(lost: LostLine, notice: Brief, words: Language) -> Html:
    """ "❌ Langai, 4 500 € – dėl kainos, pasirinko „Medistorą“, kovo 3 d."."""
    deal = deal_and_sum(lost.title, lost.sum, words)
    said = words.html("deal-lost", deal=deal) if deal else words.html("deal-lost-bare")
    if lost.reason:
        said = words.html("deal-lost-why", lost=said, reason=lost.reason.value)
    more = [escape(short_name(lost.competitor, words))] if lost.competitor else []
    more += [escape(dates.short(lost.on, notice.today, words))] if lost.on else []
    return join(", ", [said, *more])
