"""A salesperson's own week on Friday: what they did, won and moved, what to expect, how the next begins."""

from collections.abc import Iterable

from bot.buttons.agenda import TidyFrom
from bot.cards.agenda import brief
from bot.cards.digest_deals import deal_name, with_sum
from bot.cards.frame import Rendered, bold, button, screen
from bot.cards.periods import label, label_beside
from bot.texts import Html, Language, dates, escape, join, upper_first
from bot.texts.money import total
from core.notices import OwnWeek, StepLine
from core.notices.digest import DigestDeals
from core.notices.report_view import Length


def own_week(notice: OwnWeek, words: Language) -> Rendered:
    """Half a screen, to its owner alone; with the tidy behind a button where there is something to tidy."""
    period = label(notice.start, Length.WEEK, words)
    days = dates.days_between(notice.start, notice.end, words)
    lines = [bold(words.html("own-week", period=period, days=days)), *_did(notice, words)]
    if notice.bright is not None:
        lines.append(words.html("own-week-bright", what=notice.bright.value, count=notice.bright_count))
    lines += [*_month(notice, words), Html(""), *_ahead(notice, words)]
    tidy = words.plain("own-week-tidy", count=notice.to_tidy)
    return screen(lines, [[button(tidy, TidyFrom(0))]] if notice.to_tidy else [])


def _did(notice: OwnWeek, words: Language) -> Iterable[Html]:
    done = [words.html("contacts-count", count=notice.contacts)] if notice.contacts else []
    done += [words.html("digest-visits", count=notice.visits)] if notice.visits else []
    done += [words.html("own-week-done", count=notice.done)] if notice.done else []
    if done:
        yield Html(upper_first(join(", ", done)))
    if notice.won.count:
        yield _with_names(words.html("digest-won", count=notice.won.count), notice.won, words)
    if notice.moved.count:
        yield _with_names(words.html("digest-moved", count=notice.moved.count), notice.moved, words)


def _with_names(said: Html, deals: DigestDeals, words: Language) -> Html:
    """ "✅ Laimėti 2 sandoriai, 30 000 €: „Statyba“, 28 000 €; „Tiltas“, 2 000 €"."""
    head = [said, *([escape(total(deals.sum, words))] if deals.sum else [])]
    named = [with_sum(deal, words) if deals.count > 1 else deal_name(deal, words) for deal in deals.named]
    return Html(f"{join(', ', head)}: {join('; ', named)}")


def _month(notice: OwnWeek, words: Language) -> Iterable[Html]:
    if notice.expected is None:
        return
    month = label_beside(notice.month_on, Length.MONTH, notice.month_on, words)
    said = words.html("own-week-month", month=month, sum=total(notice.expected, words))
    target = notice.target
    yield join(", ", [said, words.html("digest-target", sum=total(target, words))]) if target else said


def _ahead(notice: OwnWeek, words: Language) -> Iterable[Html]:
    if not notice.ahead:
        yield words.html("own-week-nothing-ahead")
        return
    yield words.html("own-week-ahead", count=notice.ahead_count)
    for step in notice.ahead:
        yield Html(f"{_day(step, words)} {brief(step, words)}")


def _day(step: StepLine, words: Language) -> str:
    return words.plain("weekday-short", weekday=step.remind_on.weekday()) if step.remind_on else ""
