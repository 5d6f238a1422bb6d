"""Logged contacts as lines of a card."""

from datetime import date

from bot.cards.names import called, icon, what_took_place
from bot.texts import Html, Language, dates, escape, join, upper_first
from core.notices import ContactLine


def contact_line(
    contact: ContactLine,
    today: date,
    words: Language,
    *,
    usually_by: str | None = None,
    usually_with: str | None = None,
) -> Html:
    """ "📞 Lapkričio 24 d. – skambutis, 15 min., Jonas Kairelis".

    Who logged it unless `usually_by`, and with whom unless `usually_with`: the card says those by itself.
    """
    took_place = what_took_place(contact.kind, contact.duration_min, contact.no_answer, words)
    said = [escape(took_place)]
    if contact.person and contact.person != usually_with:
        said.append(called(contact.person))
    if contact.by and contact.by != usually_by:
        said.append(called(contact.by))
    day = upper_first(dates.short(contact.on, today, words))
    return Html(f"{icon(contact.kind)} {day} – {join(', ', said)}")
