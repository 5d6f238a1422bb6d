"""One deal: where it stands, what comes next and what has been."""

from bot.buttons.deal_life import ShowLife
from bot.buttons.deals import DealsPage
from bot.cards.contacts import contact_line
from bot.cards.frame import Rendered, bold, button, fit, screen
from bot.cards.names import called, company_in_full
from bot.cards.steps import card_line, tick_rows
from bot.texts import Html, Language, dates, escape, join
from bot.texts.money import money
from core.notices import DealCard

LONGEST_BAR = 10
MOST_LINES = 8


def deal_card(notice: DealCard, words: Language) -> Rendered:
    """The deal, and the way back to the page of the list it was opened from."""
    head = [_title(notice, words), *_facts(notice, words)]
    steps = [card_line(step, notice.today, words) for step in notice.steps[:MOST_LINES]]
    contacts = [
        contact_line(contact, notice.today, words, usually_by=notice.deal.owner)
        for contact in notice.contacts[:MOST_LINES]
    ]
    body: list[Html] = []
    if steps:
        body += [Html(""), bold(words.html("deal-steps")), *steps]
    if contacts:
        body += [Html(""), bold(words.html("deal-contacts")), *contacts]
    hidden = len(notice.steps) - len(steps) + len(notice.contacts) - len(contacts)
    body = fit(body, lambda count: words.html("more", count=count), hidden=hidden, beside=head)
    back = button(words.plain("deal-back"), DealsPage(notice.page))
    more = button(words.plain("life-more"), ShowLife(notice.deal.id, ""))
    return screen([*head, *body], [*tick_rows(notice.steps, words), [more], [back]])


def _title(notice: DealCard, words: Language) -> Html:
    deal = notice.deal
    title = Html(f"💼 {bold(called(deal.title))}")
    return join(", ", [title, escape(money(deal.sum, words))]) if deal.sum else title


def _facts(notice: DealCard, words: Language) -> list[Html]:
    deal = notice.deal
    facts = [Html(f"{_bar(notice)} {_stage(notice)}".strip())]
    if deal.company:
        facts.append(Html(f"🏢 {company_in_full(deal.company, words)}"))
    if notice.person:
        person = [called(notice.person), *([escape(notice.phone, 40)] if notice.phone else [])]
        facts.append(Html("👤 " + join(", ", person)))
    if deal.close_on:
        facts.append(words.html("deal-close", when=dates.by(deal.close_on, notice.today, words)))
    if deal.owner:
        facts.append(words.html("deal-owner", name=called(deal.owner)))
    return facts


def _bar(notice: DealCard) -> str:
    """ "●●○○": the stages up to this one, and those ahead; numbers where there are many."""
    count = len(notice.stages)
    reached = min(max(notice.stage_index, 0) + 1, count)
    if count > LONGEST_BAR:
        return f"{reached}/{count}"
    return "●" * reached + "○" * (count - reached)


def _stage(notice: DealCard) -> Html:
    named = [name for name in (notice.deal.stage, notice.pipeline) if name]
    return join(" · ", [escape(name, 40) for name in named])
