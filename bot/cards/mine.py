"""One's own figures, and who sees what of them."""

from decimal import Decimal

from babel.numbers import format_decimal

from bot.cards.frame import Rendered, bold, screen
from bot.cards.names import called
from bot.texts import Html, Language, dates, escape, join
from bot.texts.money import money_range, total
from core.notices import Sum
from core.notices.mine import Mine, Month, Watcher, WhoSees

MOST_STAGES = 12
TENTHS = 10


def mine(notice: Mine, words: Language) -> Rendered:
    """Week, month, funnel and accuracy, for nobody else's eyes."""
    lines = [bold(words.html("mine-week")), *_week(notice, words), Html("")]
    lines += [bold(words.html("mine-month")), *_month(notice.month, words)]
    if notice.funnel:
        lines += [Html(""), bold(words.html("mine-funnel"))]
        lines += [_stage(each.stage, each.count, each.sum, words) for each in notice.funnel[:MOST_STAGES]]
    if notice.days_late is not None:
        lines += [Html(""), _accuracy(notice.days_late, notice.dates_count, words)]
    return screen([*lines, Html(""), words.html("mine-alone")])


def who_sees(notice: WhoSees, words: Language) -> Rendered:
    """Names, what they see, and what nobody sees."""
    seen = [_watcher(each, words) for each in notice.watchers] or [words.html("whosees-nobody")]
    lines = [bold(words.html("whosees-heading")), *seen, Html(""), words.html("whosees-what")]
    if notice.sees_count:
        names = join(", ", [called(name) for name in notice.sees])
        lines += [Html(""), words.html("whosees-mine", names=names)]
        if notice.sees_count > len(notice.sees):
            lines.append(words.html("more", count=notice.sees_count - len(notice.sees)))
    return screen(lines)


def _watcher(each: Watcher, words: Language) -> Html:
    return Html(f"👀 {called(each.name)} – {words.html('role', role=each.role.value)}")


def _bar(reached: Decimal, target: Decimal) -> str:
    """ "▰▰▰▱▱▱▱▱▱▱": tenths of the target."""
    tenths = TENTHS if not target else max(0, min(TENTHS, int(reached / target * TENTHS)))
    return "▰" * tenths + "▱" * (TENTHS - tenths)


def _week(notice: Mine, words: Language) -> list[Html]:
    done = [words.html("contacts-count", count=notice.contacts)]
    done += [escape(dates.duration(notice.minutes, words))] if notice.minutes else []
    done += [words.html("mine-new-deals", count=notice.new_deals)] if notice.new_deals else []
    lines = [join(" · ", done)]
    if notice.won_count:
        won = join(" · ", [escape(total(each, words)) for each in notice.won]) or Html("–")
        lines.append(words.html("mine-won", count=notice.won_count, total=won))
    return lines


def _month(month: Month, words: Language) -> list[Html]:
    lines = [words.html("mine-month-won", sum=total(month.won, words))]
    lines.append(_expected(month, words))
    if month.target:
        bar = _bar(month.expected.amount, month.target.amount)
        lines.append(words.html("mine-month-target", sum=total(month.target, words), bar=bar))
    if month.commission and month.commission_percent is not None:
        percent = format_decimal(month.commission_percent, locale=words.locale)
        lines.append(words.html("mine-commission", sum=total(month.commission, words), percent=percent))
    if month.without_amount:
        lines.append(words.html("mine-without-amount", count=month.without_amount))
    return lines


def _expected(month: Month, words: Language) -> Html:
    expected = total(month.expected, words)
    if month.is_thin:
        return words.html("mine-month-thin", sum=expected)
    if month.low is None or month.high is None:
        return words.html("mine-month-open", sum=expected)
    if month.low == month.high:
        return words.html("mine-month-sure", sum=expected)
    return words.html("mine-month-expected", sum=expected, range=money_range(month.low, month.high, words))


def _stage(stage: str, count: int, worth: Sum, words: Language) -> Html:
    said = [words.html("deals-count", count=count)]
    said += [escape(total(worth, words))] if worth.amount else []
    return Html(f"{escape(stage, 40)}: {join(' · ', said)}")


def _accuracy(days: int, count: int, words: Language) -> Html:
    if days == 0:
        return words.html("mine-accurate", count=count)
    return words.html("mine-late" if days > 0 else "mine-early", days=abs(days), count=count)
