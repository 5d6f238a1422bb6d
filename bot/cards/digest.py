"""The digest on one screen: what happened first, then the forecasts, and what is worth doing."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bot.buttons.digest import DigestOpens
from bot.cards.digest_deals import EVENTS, LONGEST, deal_name, first_name, happened, with_sum
from bot.cards.frame import HALF_LABEL, THIRD_LABEL, Rendered, Row, bold, button, in_rows, screen
from bot.cards.periods import label
from bot.charts.wording import worded
from bot.texts import Html, Language, dates, escape, join, shorten
from bot.texts.companies import short_name
from bot.texts.money import money_range, total
from bot.texts.unbroken import unbroken
from core.notices import Digest, DigestAlbum, Sum
from core.notices.digest import Advice, DigestDeal, DigestForecast, Worthwhile
from core.notices.report_view import Asked, Length, ReportView

IN_A_ROW = 4

WORTH_A_REASON = Decimal("0.01")
"""The share of the expected from which on a change of it has a reason: a smaller one is many small things."""


ADVICE: Mapping[Worthwhile, str] = {
    Worthwhile.PREPARE: "digest-prepare",
    Worthwhile.HELP: "digest-help",
    Worthwhile.TALK: "digest-talk",
    Worthwhile.THANK: "digest-thank",
}

ANSWERS = (Asked.FORECAST, Asked.FUNNEL, Asked.WHEN, Asked.EFFORT, Asked.PROCESS, Asked.CUSTOMERS)


def digest(notice: Digest, words: Language) -> Rendered:
    """Changes since the last one, forecasts against target, funnels, contracts, work, customers, advice."""
    parts = [
        list(happened(notice, words)),
        list(_forecast(notice, notice.forecast, words)),
        list(_rest(notice, words)),
        list(_advice(notice.advice, words)),
    ]
    body = [line for part in parts if part for line in [Html(""), *part]]
    return screen([bold(_heading(notice, words)), *body], _rows(notice, words) if notice.id else [])


def album(notice: DigestAlbum, words: Language) -> Rendered:
    """The pictures, with the period under the first."""
    return Rendered(unbroken(_about(notice, words)), album=[worded(each, words) for each in notice.pictures])


def _about(notice: Digest | DigestAlbum, words: Language) -> Html:
    period = label(notice.start, notice.length, words)
    if notice.length is not Length.WEEK:
        return words.html("digest-period", period=period)
    days = dates.days_between(notice.start, notice.end, words)
    return words.html("digest-week", period=period, days=days)


def _heading(notice: Digest, words: Language) -> Html:
    said = _about(notice, words)
    people = [words.html("digest-people", count=notice.people)] if notice.people else []
    return join(" · ", [said, *people])


def _forecast(notice: Digest, found: DigestForecast, words: Language) -> Iterable[Html]:
    head = [escape(label(found.start, found.length, words))]
    if found.target:
        head.append(words.html("digest-target", sum=total(found.target, words)))
    yield bold(join(" · ", head))
    floor = words.html("digest-floor", sum=total(found.floor, words), won=total(found.won, words))
    yield _changed(floor, found.floor_change, words)
    yield _expected(found, words)
    if found.closed is None and found.floor.amount > found.expected.amount:
        yield words.html("digest-floor-above")
    yield words.html("digest-best", sum=total(found.best_case, words))
    if found.closed is None and found.expected.amount > found.best_case.amount:
        yield words.html("digest-best-below")
    if found.target:
        gap = found.target.amount - found.expected.amount
        key = "digest-short-of-target" if gap > 0 else "digest-above-target"
        yield words.html(key, sum=total(Sum(abs(gap), found.target.currency), words))
    for part in notice.parts:
        sums = {"expected": total(part.expected, words)}
        sums |= {"target": total(part.target, words)} if part.target else {}
        yield words.html("digest-part", name=shorten(part.name, LONGEST), **sums)


def _expected(found: DigestForecast, words: Language) -> Html:
    expected = total(found.expected, words)
    if found.closed is not None:
        return words.html("digest-thin", sum=expected, count=found.closed)
    if found.low and found.high and found.low.amount < found.expected.amount < found.high.amount:
        expected = f"{expected} ({money_range(found.low, found.high, words)})"
    said = _changed(words.html("digest-expected", sum=expected), found.expected_change, words)
    change = found.expected_change
    if found.because is None or not change or not change.amount:
        return said
    if abs(change.amount) < found.expected.amount * WORTH_A_REASON:
        return said
    return join(" – ", [said, deal_name(found.because, words)])


def _changed(said: Html, change: Sum | None, words: Language) -> Html:
    """ "…, ▲ 18 000 €"; nothing where nothing changed."""
    if change is None or not change.amount:
        return said
    sign = "▲" if change.amount > 0 else "▼"
    return join(", ", [said, escape(f"{sign} {total(Sum(abs(change.amount), change.currency), words)}")])


def _rest(notice: Digest, words: Language) -> Iterable[Html]:
    leads = words.html("digest-leads", count=notice.leads) + _changed_by(notice.leads_change)
    standing = [words.html("digest-open", count=notice.open)]
    standing += [escape(total(notice.open_sum, words))] if notice.open_sum else []
    if notice.without_amount:
        standing.append(words.html("digest-without-amount", count=notice.without_amount))
    yield words.html("digest-funnels", leads=Html(leads), deals=join(", ", standing))
    for deal in notice.contracts:
        yield _contract(deal, notice, words)
    work = [words.html("contacts-count", count=notice.contacts) + _changed_by(notice.contacts_change)]
    work += [words.html("digest-visits", count=notice.visits)] if notice.visits else []
    work += [words.html("digest-absent", count=notice.absent)] if notice.absent else []
    yield words.html("digest-work", work=join(", ", [Html(each) for each in work]))
    customers = list(_customers(notice, words))
    if customers:
        yield words.html("digest-customers", customers=join(", ", customers))


def _contract(deal: DigestDeal, notice: Digest, words: Language) -> Html:
    """ "✍️ „Vėjavartė“, 210 000 €: Rasa sako gruodžio 24 d., panašūs rodo sausio 8–29 d."."""
    when = []
    if deal.said_on:
        said = dates.short(deal.said_on, notice.end, words)
        when.append(
            words.html("digest-said", who=first_name(deal.who), day=said) if deal.who else escape(said)
        )
    if deal.early_on and deal.late_on:
        days = dates.days_from_to(deal.early_on, deal.late_on, words)
        when.append(words.html("digest-like-it", days=days))
    first = words.html("digest-contract", deal=with_sum(deal, words))
    return Html(f"{first}: {join(', ', when)}") if when else first


def _customers(notice: Digest, words: Language) -> Iterable[Html]:
    if notice.new_customers:
        yield words.html("digest-new-customers", count=notice.new_customers)
    if notice.dormant:
        yield words.html("digest-dormant", count=notice.dormant)
    if notice.gone:
        gone = words.html("digest-gone", count=sum(each.count for each in notice.gone))
        to = [escape(each.to, LONGEST) for each in notice.gone if each.to]
        yield Html(f"{gone} ({join(', ', to)})") if to else gone


def _changed_by(change: int) -> str:
    """ " (+6)", " (−9)"; "" where nothing changed."""
    return f" ({change:+d})".replace("-", "−") if change else ""


def _advice(found: list[Advice], words: Language) -> Iterable[Html]:
    if found:
        yield bold(words.html("digest-worth-doing"))
    for number, each in enumerate(found, 1):
        yield Html(f"{number}. {_one(each, words)}")


def _one(advice: Advice, words: Language) -> Html:
    values = {"who": first_name(advice.who or (advice.deal.who if advice.deal else None) or "")}
    if advice.deal:
        values["deal"] = with_sum(advice.deal, words)
    return words.html(ADVICE[advice.what], **values, count=advice.count)


def _rows(notice: Digest, words: Language) -> list[Row]:
    """What happened, then the answers, then each thing worth doing."""
    week = ReportView(Asked.WEEK, notice.start, notice.length)
    events = [
        button(
            words.plain(event.label, count=event.of(notice).count),
            DigestOpens(notice.id, 0, str(week.of(event.part))),
            THIRD_LABEL,
        )
        for event in EVENTS
        if event.of(notice).count
    ]
    about = {Asked.EFFORT: (notice.start, notice.length), Asked.CUSTOMERS: (notice.start, notice.length)}
    answers = [
        button(
            words.plain("digest-answer", asked=asked.name.lower()),
            DigestOpens(
                notice.id,
                0,
                str(ReportView(asked, *about.get(asked, (notice.forecast.start, notice.forecast.length)))),
            ),
            THIRD_LABEL,
        )
        for asked in ANSWERS
    ]
    worth = [
        button(f"{number}. {_short(each, words)}", _leads_to(each, notice, week), HALF_LABEL)
        for number, each in enumerate(notice.advice, 1)
    ]
    return [*in_rows(events, IN_A_ROW), *in_rows(answers, 3), *in_rows(worth)]


def _short(advice: Advice, words: Language) -> str:
    if advice.what is Worthwhile.HELP or advice.deal is None:
        return (advice.who or "").partition(" ")[0]
    return short_name(advice.deal.company, words) if advice.deal.company else advice.deal.title


def _leads_to(advice: Advice, notice: Digest, week: ReportView) -> DigestOpens:
    if advice.deal is not None:
        return DigestOpens(notice.id, advice.deal.id, str(week))
    return DigestOpens(notice.id, 0, str(week.of(f"n{advice.member_id}")))
