"""Days off and who stands in; the members, and what is handed over when one has left."""

from telegram import InlineKeyboardButton

from bot.buttons.away import EndAbsence, HasLeft, MemberLeaves, MembersPage, NameDeputy
from bot.buttons.logged import Undo
from bot.cards.frame import HALF_LABEL, Rendered, Row, bold, button, fit, in_rows, page_row, screen
from bot.cards.names import called, with_initials
from bot.texts import Html, Language, dates, join
from core.notices import Away, Deed, Leaving, MemberLine, Members, StandIn, TakenOver


def away(notice: Away, words: Language) -> Rendered:
    """When the reader is off and who stands in; without days off, how to say them."""
    head = life_deed(notice.deed, words)
    if notice.absence_id is None or notice.starts_on is None or notice.ends_on is None:
        return screen([*head, words.html("away-none")], [undo_row(notice.deed, words)])
    back = dates.on_day(notice.ends_on, notice.today, words)
    lines = [words.html("away-back", when=back)]
    if notice.starts_on > notice.today:
        lines.insert(0, words.html("away-from", when=dates.on_day(notice.starts_on, notice.today, words)))
    if notice.deputy:
        lines.append(words.html("away-deputy", name=called(notice.deputy.name)))
    else:
        lines.append(words.html("away-who" if notice.colleagues else "away-nobody"))
    return screen([*head, *lines], _away_rows(notice, notice.absence_id, words))


def _away_rows(notice: Away, absence_id: int, words: Language) -> list[Row]:
    chosen = notice.deputy.id if notice.deputy else 0
    colleagues = [
        button(each.name, NameDeputy(absence_id, each.id), HALF_LABEL, shorter=with_initials(each.name))
        for each in notice.colleagues
        if each.id != chosen
    ]
    if notice.deputy:
        colleagues.append(button(words.plain("away-no-deputy"), NameDeputy(absence_id, 0), HALF_LABEL))
    ahead = notice.starts_on is not None and notice.starts_on > notice.today
    label = words.plain("away-end", when="ahead" if ahead else "now")
    end = button(label, EndAbsence(absence_id), HALF_LABEL)
    return [*in_rows(colleagues), [end, *undo_row(notice.deed, words)]]


def stand_in(notice: StandIn, words: Language) -> Rendered:
    """To the deputy: for whom, and until when."""
    name = called(notice.name)
    if notice.is_over:
        return screen([words.html("stand-in-over", name=name)])
    back = dates.on_day(notice.ends_on, notice.today, words)
    lines = [words.html("stand-in", name=name, when=back)]
    if notice.starts_on > notice.today:
        lines.append(words.html("away-from", when=dates.on_day(notice.starts_on, notice.today, words)))
    return screen([*lines, words.html("stand-in-how")])


def members(notice: Members, words: Language) -> Rendered:
    """The members with what is open with them; a tap on one leads to handing over."""
    if not notice.members:
        return screen([words.html("members-none")])
    head = [bold(words.html("members-heading", count=notice.count)), Html("")]
    lines = [_member(member, notice, words) for member in notice.members]
    body = fit(lines, lambda count: words.html("more", count=count), beside=head)
    buttons = [
        button(
            member.name,
            MemberLeaves(member.id, notice.page),
            HALF_LABEL,
            shorter=with_initials(member.name),
        )
        for member in notice.members
    ]
    return screen([*head, *body], [*in_rows(buttons), page_row(notice.page, notice.pages, MembersPage)])


def _member(member: MemberLine, notice: Members, words: Language) -> Html:
    parts = [bold(called(member.name)), *([called(member.team)] if member.team else [])]
    parts.append(words.html("members-deals", count=member.open_deals))
    if member.away_until:
        back = dates.by(member.away_until, notice.today, words)
        parts.append(words.html("members-away", when=back))
    return join(" · ", parts)


def leaving(notice: Leaving, words: Language) -> Rendered:
    """What is open with a member and who may take it over; or that it is done, and what stays with them."""
    name = called(notice.member.name)
    back = [button(words.plain("members-back"), MembersPage(notice.page))]
    if notice.has_left:
        lines = [words.html("left", name=name)]
        if notice.heir:
            lines.append(_handed_over(notice, words))
        return screen([*lines, words.html("left-phone")], [back])
    lines = [bold(name), _open_with(notice, words), Html("")]
    if notice.member.open_deals or notice.open_steps:
        lines.append(words.html("leaving-heir"))
        rows = in_rows([_heir(heir.id, heir.name, notice) for heir in notice.heirs])
    else:
        lines.append(words.html("leaving-free"))
        rows = [[button(words.plain("leaving-yes"), HasLeft(notice.member.id, 0, notice.page))]]
    return screen([*lines, words.html("leaving-phone")], [*rows, back])


def taken_over(notice: TakenOver, words: Language) -> Rendered:
    """To the heir: what is theirs now."""
    first = words.html("taken-over", name=called(notice.giver))
    deals = words.html("members-deals", count=notice.deals)
    return screen([first, join(" · ", [deals, words.html("leaving-steps", count=notice.steps)])])


def _open_with(notice: Leaving, words: Language) -> Html:
    deals = words.html("members-deals", count=notice.member.open_deals)
    return join(" · ", [deals, words.html("leaving-steps", count=notice.open_steps)])


def _handed_over(notice: Leaving, words: Language) -> Html:
    return words.html("left-heir", name=called(notice.heir or ""), what=_open_with(notice, words))


def _heir(heir_id: int, name: str, notice: Leaving) -> InlineKeyboardButton:
    says = HasLeft(notice.member.id, heir_id, notice.page)
    return button(name, says, HALF_LABEL, shorter=with_initials(name))


def life_deed(deed: Deed | None, words: Language) -> list[Html]:
    """The line on top that says what was done, and a gap."""
    return [words.html("life-deed", what=deed.what), Html("")] if deed else []


def undo_row(deed: Deed | None, words: Language) -> Row:
    return [button(words.plain("button-undo"), Undo(deed.operation_id), HALF_LABEL)] if deed else []
