"""Customers, deals and contacts as the screens name them."""

from collections.abc import Sequence

from bot.texts import Html, Language, dates, escape, join
from bot.texts.companies import full_name, short_name
from bot.texts.money import money
from core.notices import DealLine, Sum
from core.terms import ContactKind, StepKind

LONGEST_NAME = 60
"""Characters of a person's name or a deal's title on a screen."""

ICONS: dict[ContactKind | StepKind, str] = {
    ContactKind.CALL: "📞",
    ContactKind.MEETING: "🤝",
    ContactKind.VISIT: "🚗",
    ContactKind.EMAIL: "✉️",
    ContactKind.MESSAGE: "💬",
    ContactKind.DEMO: "🖥",
    ContactKind.PROPOSAL: "📄",
    ContactKind.NOTE: "📝",
    StepKind.TASK: "☑️",
}


def icon(kind: ContactKind | StepKind) -> str:
    return ICONS[kind]


def called(name: str) -> Html:
    """A person's name or a deal's title."""
    return escape(name, LONGEST_NAME)


def with_initials(name: str, before: str = "") -> Sequence[str]:
    """ "P. Vaidelis" and "Paulius V." of "Paulius Vaidelis", for a button that the whole has no room on.

    `before`: what stands before each, such as a number. Nothing of a name that is one word.
    """
    parts = name.split()
    if not parts[1:]:
        return []
    first, last = parts[0], parts[-1]
    return [f"{before}{first[0]}. {last}", f"{before}{first} {last[0]}."]


def first_words(name: str, before: str = "") -> Sequence[str]:
    """The name, then ever fewer of its first words with an ellipsis, for a button; `before` each of them."""
    words = name.split()
    shorter = [f"{before}{' '.join(words[:count])}…" for count in range(len(words) - 1, 0, -1)]
    return [f"{before}{' '.join(words)}", *shorter]


def company_in_full(name: str, words: Language) -> Html:
    return escape(full_name(name, words))


def customer(person: str | None, company: str | None, words: Language) -> Html:
    """Who it is about, short: "Jonas Kairelis, „Statyba“"; empty where nobody is named."""
    names = [called(person)] if person else []
    if company:
        names.append(escape(short_name(company, words)))
    return join(", ", names)


def deal_named(deal: DealLine, words: Language) -> str:
    """Its title, else whose it is, else the stage it is in."""
    return deal.title or (short_name(deal.company, words) if deal.company else deal.stage)


def deal_line(deal: DealLine, words: Language) -> Html:
    """ "Fasado medžiagos, 12 000 €"; without a title whose it is: "„Statyba“, 12 000 €"."""
    return deal_and_sum(deal_named(deal, words), deal.sum, words)


def whose_deal(deal: DealLine, words: Language) -> Html:
    """The customer, where `deal_named` has not said it."""
    return customer(None, deal.company, words) if deal.title else Html("")


def deal_and_sum(title: str | None, amount: Sum | None, words: Language) -> Html:
    parts = [called(title)] if title else []
    if amount:
        parts.append(escape(money(amount, words)))
    return join(", ", parts)


def what_took_place(kind: ContactKind, minutes: int | None, no_answer: bool, words: Language) -> str:
    """ "skambutis, 15 min." or "skambutis, neatsiliepė"."""
    parts = [words.plain("contact-kind", kind=kind.value)]
    if no_answer:
        parts.append(words.plain("no-answer", kind=kind.value))
    if minutes:
        parts.append(dates.duration(minutes, words))
    return ", ".join(parts)
