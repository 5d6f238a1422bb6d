"""The team's day, for its manager: what was done, by whom."""

from telegram import InlineKeyboardButton

from bot.buttons.reports import ShowAnswer
from bot.cards.frame import HALF_LABEL, Rendered, bold, button, fit, screen
from bot.cards.names import called, customer, deal_and_sum, icon, what_took_place
from bot.texts import Html, Language, dates, escape, join
from core.notices import ContactLine, MemberDay, TeamDay
from core.notices.report_view import Asked, first_view

MOST_LINES_EACH = 12
MOST_QUIET = 20


def team_day(notice: TeamDay, words: Language) -> Rendered:
    """Each member's contacts of the day; those who logged none are named without a word of blame."""
    heading = bold(words.html("team-heading", day=dates.heading(notice.on, words)))
    rows = [[_week(notice, words), _effort_of_month(notice, words)]]
    if not notice.members and not notice.quiet:
        return screen([heading, words.html("team-nobody")], rows)
    foot = [Html(""), _quiet(notice, words)] if notice.quiet else []
    lines = [line for member in notice.members for line in _member(member, words)]
    body = fit(lines, lambda count: words.html("more", count=count), beside=[heading, *foot])
    return screen([_with_totals(heading, notice, words), *body, *foot], rows)


def _week(notice: TeamDay, words: Language) -> InlineKeyboardButton:
    view = first_view(Asked.TEAM, notice.on)
    return button(words.plain("button-back"), ShowAnswer(str(view)), HALF_LABEL)


def _effort_of_month(notice: TeamDay, words: Language) -> InlineKeyboardButton:
    view = first_view(Asked.EFFORT, notice.on)
    return button(words.plain("effort-heading"), ShowAnswer(str(view)), HALF_LABEL)


def _with_totals(heading: Html, notice: TeamDay, words: Language) -> Html:
    """The heading with the team's sum, where there is more than one member's to add up."""
    if len(notice.members) < 2:
        return heading
    count = sum(member.count for member in notice.members)
    minutes = sum(member.minutes for member in notice.members)
    return join(" · ", [heading, _effort(count, minutes, words)])


def _effort(count: int, minutes: int, words: Language) -> Html:
    """ "5 veiksmai, 1 val. 30 min."."""
    parts = [words.html("contacts-count", count=count)]
    if minutes:
        parts.append(escape(dates.duration(minutes, words)))
    return join(", ", parts)


def _member(member: MemberDay, words: Language) -> list[Html]:
    shown = member.contacts[-MOST_LINES_EACH:]
    effort = _effort(member.count, member.minutes, words)
    lines = [Html(""), join(" – ", [bold(called(member.name)), effort])]
    lines += [_contact(contact, words) for contact in shown]
    earlier = member.count - len(shown)
    return [*lines, words.html("more", count=earlier)] if shown and earlier > 0 else lines


def _contact(contact: ContactLine, words: Language) -> Html:
    """ "10:15 📞 Jonas Kairelis, „Statyba“ – 15 min., Fasado medžiagos, 12 000 €"."""
    who = customer(contact.person, contact.company, words)
    about = [_result(contact, words), deal_and_sum(contact.deal, contact.sum, words)]
    if contact.stage:
        about.append(escape(contact.stage, 40))
    said = join(", ", [part for part in about if part])
    start = f"{dates.clock(contact.at.time(), words)} {icon(contact.kind)} "
    return Html(start + join(" – ", [part for part in (who, said) if part]))


def _result(contact: ContactLine, words: Language) -> Html:
    """How it went beyond its icon; what it was, where nobody is named to say it of."""
    if not contact.person and not contact.company:
        return escape(what_took_place(contact.kind, contact.duration_min, contact.no_answer, words))
    if contact.no_answer:
        return words.html("no-answer", kind=contact.kind.value)
    return escape(dates.duration(contact.duration_min, words)) if contact.duration_min else Html("")


def _quiet(notice: TeamDay, words: Language) -> Html:
    names = [called(name) for name in notice.quiet[:MOST_QUIET]]
    hidden = len(notice.quiet) - len(names)
    line = words.html("team-quiet", names=join(", ", names))
    return join(" ", [line, words.html("more", count=hidden)]) if hidden else line
