"""One deal: where it stands, what comes next and what has been."""

from bot.buttons.capture import ShowFiles
from bot.cards.contacts import contact_line
from bot.cards.deal_change import change_lines, change_rows, ended
from bot.cards.deal_life_facts import short_facts
from bot.cards.deal_menus import menu_rows
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import Rendered, Row, bold, button, screen
from bot.cards.names import called, company_in_full, deal_named
from bot.cards.phone import ONE_SCREEN, first_screen, height, lines_of, plain, section, with_number
from bot.cards.steps import open_line
from bot.texts import Html, Language, dates, escape, join, upper_first
from bot.texts.companies import short_name
from bot.texts.money import money
from core.notices import DealCard
from core.notices.purpose import of_deal
from core.terms import StageMeaning

LONGEST_BAR = 10
MOST_LINES = 8


def deal_card(notice: DealCard, words: Language) -> Rendered:
    """The deal, what was just done to it on top, and the buttons of the menu that is open."""
    above = change_lines(notice, words) or deed_lines(notice.deed, notice.today, words)
    head = [*above, _title(notice, words), *_facts(notice, words)]
    steps = [open_line(step, notice.today, words) for step in notice.steps[:MOST_LINES]]
    contacts = [
        contact_line(contact, notice.today, words, usually_by=notice.deal.owner, usually_with=notice.person)
        for contact in notice.contacts[:MOST_LINES]
    ]
    rows = [*_undo_rows(notice, words), *_files_rows(notice), *menu_rows(notice, words)]
    entries = [
        *section("deal-steps", plain(steps), words),
        *section("deal-contacts", plain(contacts), words),
    ]
    shown, cut = first_screen(entries, ONE_SCREEN - height(head, len([row for row in rows if row])))
    hidden = cut + len(notice.steps) - len(steps) + len(notice.contacts) - len(contacts)
    more = [words.html("more", count=hidden)] if hidden else []
    return screen([*head, *lines_of(shown), *more], rows)


def _undo_rows(notice: DealCard, words: Language) -> list[Row]:
    return change_rows(notice, words) or deed_rows(notice.deed, of_deal(notice.place), words)


def _files_rows(notice: DealCard) -> list[Row]:
    """The way to its files, as long as no menu is open."""
    if not notice.attachments or notice.menu:
        return []
    return [[button(f"📎 {notice.attachments}", ShowFiles(notice.deal.id, 0))]]


def _title(notice: DealCard, words: Language) -> Html:
    deal = notice.deal
    title = Html(f"💼 {bold(called(deal_named(deal, words)))}")
    return join(", ", [title, escape(money(deal.sum, words))]) if deal.sum else title


def _facts(notice: DealCard, words: Language) -> list[Html]:
    deal = notice.deal
    facts = [_stage(notice, words) if notice.closed_on is None else _end(notice, words)]
    if deal.company and deal.title:
        facts.append(Html(f"🏢 {company_in_full(deal.company, words)}"))
    if notice.person:
        facts.append(with_number([called(notice.person)], notice.phone))
    if notice.closed_on is None:
        facts += _expected(notice, words)
    if notice.competitor:
        facts.append(words.html("deal-competitor", name=short_name(notice.competitor, words)))
    facts += short_facts(notice.life, words) if notice.life else []
    if notice.attachments:
        facts.append(words.html("deal-attachments", count=notice.attachments))
    if deal.owner:
        facts.append(words.html("deal-owner", name=called(deal.owner)))
    return facts


def _stage(notice: DealCard, words: Language) -> Html:
    """ "●●○○ Įvertinta · 12 dienų (įprastai 14)", the pipeline at the end where there are several."""
    days = notice.deal.days or 0
    said = words.html("days", count=days)
    if notice.usual_days is not None:
        late = days > notice.usual_days
        said = words.html("deal-days-late" if late else "deal-days", days=said, usual=notice.usual_days)
    parts = [escape(notice.deal.stage, 40), said, *([called(notice.pipeline)] if notice.pipeline else [])]
    return Html(f"{_bar(notice)} {join(' · ', parts)}".strip())


def _end(notice: DealCard, words: Language) -> Html:
    """ "❌ Prarasta gruodžio 3 d. – dėl kainos"."""
    when = dates.by(notice.closed_on or notice.today, notice.today, words)
    if notice.meaning is StageMeaning.LOST:
        return ended(words.html("deal-ended", how="lost", when=when), notice.lost_reason, words)
    return words.html("deal-ended", how="won", when=when)


def _expected(notice: DealCard, words: Language) -> list[Html]:
    """When the contract is expected, and how sure it is."""
    said = words.html("category", category=notice.category.value)
    if not notice.is_own_word:
        said = words.html("category-by-stage", category=said)
    chance = words.html("deal-chance-short", percent=notice.probability or 0)
    sure = join(", ", [said, chance]) if notice.probability is not None else said
    lines = [Html(f"🎯 {upper_first(sure)}")]
    if notice.deal.close_on:
        when = dates.by(notice.deal.close_on, notice.today, words)
        passed = notice.deal.close_on < notice.today
        lines.insert(0, words.html("deal-close-passed" if passed else "deal-close", when=when))
    return lines


def _bar(notice: DealCard) -> str:
    """ "●●○○": the stages up to this one, and those ahead; numbers where there are many."""
    count = len(notice.stages)
    reached = min(max(notice.stage_index, 0) + 1, count)
    if count > LONGEST_BAR:
        return f"{reached}/{count}"
    return "●" * reached + "○" * (count - reached)
