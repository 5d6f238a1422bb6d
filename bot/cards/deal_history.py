"""Who changed what of a deal, and when."""

from bot.buttons.deals import DealAt, ShowHistory
from bot.cards.frame import Rendered, bold, button, fit, page_row, screen
from bot.cards.names import called
from bot.texts import Html, Language, dates, escape, join
from bot.texts.money import money
from core.notices import DealHistory, HistoryLine, HistoryValue
from core.terms import Remark

LONGEST_VALUE = 60
LONGEST_REMARK = 200
REMARKS = frozenset(Remark)


def deal_history(notice: DealHistory, words: Language) -> Rendered:
    """A page, the newest change first."""
    head = [join(" · ", [bold(called(notice.deal.name)), words.html("history-heading")]), Html("")]
    lines = [_line(line, notice, words) for line in notice.lines]
    body = fit(lines, lambda count: words.html("more", count=count), beside=head)
    pages = page_row(notice.page, notice.pages, lambda page: ShowHistory(notice.deal.id, page))
    back = button(words.plain("button-back"), DealAt(notice.deal.id, notice.place))
    return screen([*head, *body], [pages, [back]])


def _line(line: HistoryLine, notice: DealHistory, words: Language) -> Html:
    """ "lapkričio 24 d., 10:15, Mantas: suma 8 000 € → 12 000 €"."""
    day = dates.short(line.at.date(), notice.today, words)
    when = words.plain("day-at", day=day, time=dates.clock(line.at.time(), words))
    who = [escape(when), *([called(line.by)] if line.by else [])]
    said = words.html("history-field", field=line.what)
    values = [_value(line.what, each, words) for each in (line.old, line.new)]
    if line.what in REMARKS:
        said = Html(f"{said}: {escape(line.new.name or '', LONGEST_REMARK) if line.new else ''}")
    elif line.what != "created":
        said = Html(f"{said}: {' → '.join(values)}")
    undone = f"{words.html('history-undone')} " if line.undone else ""
    return Html(f"{join(', ', who)}: {undone}{said}")


def _value(what: str, value: HistoryValue | None, words: Language) -> Html:
    if value is None:
        return Html("–")
    if value.sum:
        return escape(money(value.sum, words))
    if value.on:
        return escape(dates.short(value.on, None, words))
    if value.percent is not None:
        return words.html("percent", percent=value.percent)
    if value.word and what == "category":
        return words.html("category", category=value.word)
    if value.word:
        return words.html("lost-reason", reason=value.word)
    return escape(value.name or "", LONGEST_VALUE)
