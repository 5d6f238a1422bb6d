"""The deals of a digest: what happened to them since the last one, and what they are called there."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.cards.names import called
from bot.texts import Html, Language, escape, join, shorten
from bot.texts.companies import short_name
from bot.texts.money import money, total
from core.notices import Digest
from core.notices.digest import DigestDeal, DigestDeals

LONGEST = 20
"""Characters of a name: a digest is read in less than a minute."""

FEW = 2
"""So many deals are named whatever is known of them."""


class Event(NamedTuple):
    """What happened to deals: its field of the digest, the part of the answer that lists them, its texts."""

    field: str
    part: str
    text: str
    label: str

    def of(self, notice: Digest) -> DigestDeals:
        found: DigestDeals = getattr(notice, self.field)
        return found


EVENTS = (
    Event("won", "w", "digest-won", "digest-button-won"),
    Event("lost", "l", "digest-lost", "digest-button-lost"),
    Event("slipped", "s", "digest-slipped", "digest-button-slipped"),
    Event("moved", "a", "digest-moved", "digest-button-moved"),
)


def happened(notice: Digest, words: Language) -> Iterable[Html]:
    """What was won, lost, put off and moved, a line each; that nothing was, where nothing was."""
    for event in EVENTS:
        if event.of(notice).count:
            yield _event(event, event.of(notice), words)
    if notice.orders and notice.ordered:
        yield words.html("digest-orders", count=notice.orders, sum=total(notice.ordered, words))
    if not any(event.of(notice).count for event in EVENTS):
        yield words.html("digest-quiet", length=notice.length.name.lower())


def _event(event: Event, deals: DigestDeals, words: Language) -> Html:
    """ "✅ Laimėti 4 sandoriai, 61 400 €: „Statyba“, 28 000 € (Mantas)"."""
    head = [words.html(event.text, count=deals.count)]
    head += [escape(total(deals.sum, words))] if deals.sum else []
    told = {"won": _won, "lost": _lost, "slipped": _put_off}.get(event.field)
    named = (
        [each for each in (told(deal, deals.count, words) for deal in deals.named) if each] if told else []
    )
    shown = named[:1] if event.field == "won" else named
    said = join(", ", head)
    return Html(f"{said}: {join('; ', shown)}") if shown else said


def _won(deal: DigestDeal, count: int, words: Language) -> Html:
    said = with_sum(deal, words) if count > 1 else deal_name(deal, words)
    whose = Html(f"{said} ({first_name(deal.who)})") if deal.who else said
    return words.html("digest-largest", deal=whose) if count > 1 else whose


def _lost(deal: DigestDeal, count: int, words: Language) -> Html:
    """The deal with why it was lost; one of many of which nobody said why is not named."""
    why = []
    if deal.reason is not None and not deal.competitor:
        why.append(words.html("digest-lost-reason", reason=deal.reason.value))
    if deal.competitor:
        why.append(words.html("digest-lost-to", name=shorten(deal.competitor, LONGEST)))
    return join(" – ", [deal_name(deal, words), *why]) if why or count <= FEW else Html("")


def _put_off(deal: DigestDeal, _count: int, words: Language) -> Html:
    if deal.times < 2:
        return Html("")
    return join(" – ", [deal_name(deal, words), words.html("digest-times", count=deal.times)])


def deal_name(deal: DigestDeal, words: Language) -> Html:
    """The customer, or the deal's title where there is none, cut to `LONGEST`."""
    if deal.company:
        return escape(short_name(deal.company, words), LONGEST)
    return escape(deal.title, LONGEST)


def first_name(name: str) -> Html:
    """A colleague's first name, as among those who work together."""
    return called(name.partition(" ")[0])


def with_sum(deal: DigestDeal, words: Language) -> Html:
    """The same with the deal's amount, if it has one."""
    return join(", ", [deal_name(deal, words), *([escape(money(deal.sum, words))] if deal.sum else [])])
