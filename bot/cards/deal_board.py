"""The board of open deals: each stage with its count and sum, to open; whose deals, and which of them."""

from dataclasses import replace

from telegram import InlineKeyboardButton

from bot.buttons.deals import ShowDeals
from bot.cards.frame import (
    HALF_LABEL,
    LONGEST_LABEL,
    THIRD_LABEL,
    Rendered,
    Row,
    bold,
    button,
    fit,
    in_rows,
    screen,
)
from bot.cards.names import called
from bot.texts import Html, Language, escape, join
from bot.texts.money import total
from core.notices import DealBoard, StageStanding, Standing
from core.notices.deal_view import DealView, Only, Whose

MOST_STAGES = 20
MOST_PIPELINES = 8
MOST_TOTALS = 4
LONGEST_STAGE = 40


def deal_board(notice: DealBoard, words: Language) -> Rendered:
    """The stages of one pipeline. Where nothing is shown, why that may be, with the same buttons."""
    view = DealView.read(notice.view)
    head = _heading(notice, view, words)
    stages = notice.stages[:MOST_STAGES]
    lines = [_line(each, words) for each in stages] if notice.standing.count else [_empty(view, words)]
    hidden = len(notice.stages) - len(stages)
    body = fit(lines, lambda count: words.html("more", count=count), hidden=hidden, beside=head)
    buttons = [_stage(each, view) for each in stages if each.standing.count]
    return screen(
        [*head, *body],
        [*in_rows(buttons), *filter_rows(view, notice.has_team, words), *_pipelines(notice, view)],
    )


def standing_parts(standing: Standing, words: Language) -> list[Html]:
    """What deals come to: their sums, and how many have none."""
    parts = [escape(total(each, words)) for each in standing.totals[:MOST_TOTALS]]
    if standing.without_amount:
        parts.append(words.html("deals-without-amount", count=standing.without_amount))
    return parts


def filter_rows(view: DealView, has_team: bool, words: Language) -> list[Row]:
    """One row: to the team's or one's own, those standing still, those closing this month; a tap again shows
    all."""
    row = []
    if has_team:
        other = Whose.MINE if view.whose is Whose.TEAM else Whose.TEAM
        label = words.plain("deals-filter", filter=f"whose-{other.name.lower()}")
        row.append(button(f"⇄ {label}", ShowDeals(str(replace(view, whose=other))), THIRD_LABEL))
    for only in (Only.STALE, Only.CLOSING):
        chosen = view.only is only
        to = replace(view, only=Only.ALL if chosen else only)
        row.append(_filter(f"only-{only.name.lower()}", to, chosen, words))
    return [row]


def _filter(name: str, to: DealView, chosen: bool, words: Language) -> InlineKeyboardButton:
    label = words.plain("deals-filter", filter=name)
    return button(f"✓ {label}" if chosen else label, ShowDeals(str(to)), HALF_LABEL)


def _heading(notice: DealBoard, view: DealView, words: Language) -> list[Html]:
    parts = [bold(words.html("deals-heading", count=notice.standing.count))]
    parts += standing_parts(notice.standing, words)
    chosen = [each.pipeline.name for each in notice.pipelines if each.pipeline.id == view.pipeline_id]
    which = [words.html("deals-which", which=f"{view.whose.name}-{view.only.name}".lower())]
    about = join(" · ", [*(called(name) for name in chosen), *(each for each in which if each)])
    return [join(" · ", parts), about, Html("")]


def _empty(view: DealView, words: Language) -> Html:
    return words.html("deals-empty" if view == replace(view, only=Only.ALL) else "deals-none")


def _line(each: StageStanding, words: Language) -> Html:
    """ "Pasiūlymas – 12 · 40 000 €, be sumos – 3"."""
    count = bold(Html(str(each.standing.count)))
    name = escape(each.stage.name, LONGEST_STAGE)
    if not each.standing.count:
        return Html(f"{name} – 0")
    parts = join(", ", standing_parts(each.standing, words))
    return Html(f"{name} – {count} · {parts}" if parts else f"{name} – {count}")


def _stage(each: StageStanding, view: DealView) -> InlineKeyboardButton:
    to = replace(view, pipeline_id=0, stage_id=each.stage.id, page=0)
    return button(each.stage.name, ShowDeals(str(to)), HALF_LABEL, tail=f" · {each.standing.count}")


def _pipelines(notice: DealBoard, view: DealView) -> list[Row]:
    """The other pipelines, with how many deals each has."""
    others = [each for each in notice.pipelines if each.pipeline.id != view.pipeline_id][:MOST_PIPELINES]
    longest = HALF_LABEL if len(others) > 1 else LONGEST_LABEL
    buttons = [
        button(
            f"⇄ {each.pipeline.name}",
            ShowDeals(str(replace(view, pipeline_id=each.pipeline.id))),
            longest,
            tail=f" · {each.count}",
        )
        for each in others
    ]
    return in_rows(buttons)
