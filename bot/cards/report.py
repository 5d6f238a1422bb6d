"""A manager's question answered: the answer first, then what opens, then what narrows it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from telegram import InlineKeyboardButton

from bot.buttons.deals import DealAt
from bot.buttons.find import OpenCompany
from bot.buttons.packing import Button
from bot.buttons.reports import ShowAnswer
from bot.cards.frame import (
    CAPTION_LIMIT,
    HALF_LABEL,
    LIMIT,
    NAMELESS,
    THIRD_LABEL,
    Rendered,
    Row,
    bold,
    button,
    fit,
    in_rows,
    page_row,
    screen,
    width,
)
from bot.cards.names import called, icon
from bot.cards.periods import label, label_beside
from bot.charts.wording import worded
from bot.texts import Html, Language, dates, escape, join
from bot.texts.companies import short_name
from bot.texts.money import money_range, total
from core.notices import Answer
from core.notices.report_view import MEMBER, PIPELINES, TEAMS, Asked, Length, ReportView
from core.notices.reports import Choice, Figure, Opens
from core.terms import ContactKind

MOST_ROWS = 10
MOST_CHOICES = 40

LENGTHS = (Length.MONTH, Length.QUARTER, Length.YEAR)
"""Of the periods to choose; weeks are those of digests, which lead there."""

FEW = 2
"""Lines whose buttons stand two in a row; those of more stand three in one, to keep the screen short."""

SHORT = 9
"""Letters of a button with a name or a number that is one of three."""


def answer(notice: Answer, words: Language) -> Rendered:
    """The answer; its rows are numbered as their buttons are."""
    view = ReportView.read(notice.view)
    lines = [_figure(each, notice, words) for each in notice.lines]
    listed = list(enumerate(notice.rows[:MOST_ROWS], notice.first))
    rows = [_row(number, each, notice, words) for number, each in listed]
    notes = [_figure(each, notice, words) for each in notice.notes]
    head = [_heading(notice, view, words), Html("")]
    parts = [lines, rows, notes]
    body = [line for part in parts if part for line in [Html(""), *part]][1:]
    limit = LIMIT if notice.picture is None else CAPTION_LIMIT
    body = fit(body, lambda left: words.html("more", count=left), beside=head, limit=limit)
    longest, width_of_row = (HALF_LABEL, 2) if len(listed) <= FEW else (SHORT, 3)
    openers = [_open(number, each, notice, view, words, longest) for number, each in listed]
    pages = page_row(view.page, notice.pages, lambda page: ShowAnswer(str(view.of(view.part, page))))
    opening = in_rows([each for each in openers if each is not None], width_of_row)
    shown = screen(
        [*head, *body], [*opening, pages, *_choices(notice, words), *_narrowing(notice, view, words)]
    )
    return shown if notice.picture is None else replace(shown, picture=worded(notice.picture, words))


def _heading(notice: Answer, view: ReportView, words: Language) -> Html:
    about = [bold(words.html(notice.heading))]
    about += [escape(label(view.start, view.length, words))] if notice.has_period else []
    about += [called(each.name) for each in (notice.team, notice.member, notice.pipeline) if each is not None]
    return join(" · ", about)


def _figure(figure: Figure, notice: Answer, words: Language) -> Html:
    return words.html(figure.key, **_values(figure, notice, words))


def _values(figure: Figure, notice: Answer, words: Language) -> dict[str, Any]:
    values: dict[str, Any] = {
        "count": figure.count,
        "percent": figure.percent,
        "days": figure.days,
        "name": figure.name,
        "word": figure.word,
        "time": None if figure.minutes is None else dates.duration(figure.minutes, words),
        "sum": None if figure.sum is None else total(figure.sum, words),
        "each": None if figure.each is None else total(figure.each, words),
    }
    if figure.least is not None and figure.most is not None:
        values["range"] = money_range(figure.least, figure.most, words)
    for key, day in (("when", figure.on), ("early", figure.early), ("late", figure.late)):
        values[key] = None if day is None else dates.short(day, notice.today, words)
    if figure.word in set(ContactKind):
        values["icon"] = icon(ContactKind(figure.word))
        values["kinds"] = words.plain("contact-kind-many", word=figure.word)
    for key, sum_ in (("least", figure.least), ("most", figure.most)):
        values[key] = None if sum_ is None else total(sum_, words)
    for key, number in (("number", figure.number), ("low", figure.low), ("high", figure.high)):
        values[key] = None if number is None else _decimal(number, words)
    return {key: value for key, value in values.items() if value is not None}


def _decimal(number: Decimal, words: Language) -> str:
    return str(format_decimal(number, locale=words.locale))


def _row(number: int, row: Opens, notice: Answer, words: Language) -> Html:
    """ "1. Klojiniai – Mantas · vėluoja 3 d."."""
    said = join(" · ", [_figure(each, notice, words) for each in row.figures])
    name = short_name(row.name, words) if row.what == "company" else row.name
    first = Html(f"{number}. {bold(called(name) or Html(NAMELESS))}")
    if not name and said:
        return join(" ", [Html(f"{number}."), said])
    return join(" – ", [first, said]) if said else first


def _open(
    number: int, row: Opens, notice: Answer, view: ReportView, words: Language, longest: int
) -> InlineKeyboardButton | None:
    says: Button
    if row.view:
        says = ShowAnswer(row.view)
    elif row.what == "deal":
        says = DealAt(row.id, notice.view)
    elif row.what == "company":
        says = OpenCompany(row.id)
    elif row.what == MEMBER:
        says = ShowAnswer(str(view.of(f"{MEMBER}{row.id}")))
    else:
        return None
    name = short_name(row.name, words) if row.what == "company" else row.name
    if not name and row.figures:
        name = words.plain(row.figures[0].key, **_values(row.figures[0], notice, words))
    return button(f"{number}. {name}", says, longest)


def _choices(notice: Answer, words: Language) -> list[Row]:
    shown = [(_choice(each, words), ShowAnswer(each.view)) for each in notice.choices[:MOST_CHOICES]]
    rows: list[Row] = []
    while shown:
        three = len(shown) > 2 and all(width(text) <= SHORT for text, _ in shown[:3])
        taken, shown = shown[: 3 if three else 2], shown[3 if three else 2 :]
        rows.append([button(text, says, HALF_LABEL) for text, says in taken])
    return rows


def _choice(choice: Choice, words: Language) -> str:
    name = words.plain(choice.key) if choice.key else choice.name or ""
    if choice.count is not None:
        name = f"{name} {choice.count}"
    return f"✓ {name}" if choice.chosen else name


def _narrowing(notice: Answer, view: ReportView, words: Language) -> list[Row]:
    """The period before and after, its length, the team, the pipeline; from a part, back to the whole."""
    if view.is_choice or view.asked is Asked.WEEK:
        return [[button(words.plain("button-back"), ShowAnswer(str(view.of(view.chosen_for))))]]
    if not notice.has_period:
        if notice.back:
            return [[button(words.plain("button-back"), ShowAnswer(notice.back))]]
        return [[_short("choice-of-team", view.to_choose(TEAMS), words)]] if notice.has_teams else []
    turning = [_turn("‹ {}", view.moved(-1), view, words), _turn("{} ›", view.moved(1), view, words)]
    narrow = [
        _short("period-length", view.in_length(length, notice.today), words, length=length.name.lower())
        for length in LENGTHS
        if length is not view.length
    ]
    if back := notice.back or (str(view.of("")) if view.member_id else ""):
        narrow.append(button(words.plain("button-back"), ShowAnswer(back), THIRD_LABEL))
    else:
        narrow += [_short("choice-of-team", view.to_choose(TEAMS), words)] if notice.has_teams else []
        narrow += (
            [_short("choice-of-pipeline", view.to_choose(PIPELINES), words)] if notice.has_pipelines else []
        )
    return [turning, *in_rows(narrow, 3 if len(narrow) == 3 else 2)]


def _turn(text: str, to: ReportView, view: ReportView, words: Language) -> InlineKeyboardButton:
    period = label_beside(to.start, to.length, view.start, words)
    return button(text.format(period), ShowAnswer(str(to)), HALF_LABEL)


def _short(key: str, to: ReportView, words: Language, **values: str) -> InlineKeyboardButton:
    return button(words.plain(key, **values), ShowAnswer(str(to)), THIRD_LABEL)
