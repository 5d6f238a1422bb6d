"""What stages and sums do not hold: how an amount came about, a rest, a tender, a break, a new employer."""

from decimal import Decimal

from babel.numbers import format_decimal

from bot.texts import Html, Language, dates, escape
from bot.texts.companies import short_name
from bot.texts.money import money
from core.notices import Logged, Position

MOST_POSITIONS = 4


def positions_line(notice: Logged, words: Language) -> Html:
    """ "40 t po 95 € = 3 800 €"; empty where the amount was not computed."""
    if not notice.positions or notice.amount is None:
        return Html("")
    shown = [_position(each, words) for each in notice.positions[:MOST_POSITIONS]]
    if len(notice.positions) > MOST_POSITIONS:
        shown.append("…")
    return words.html("computed", positions=" + ".join(shown), amount=money(notice.amount, words))


def circumstances(notice: Logged, words: Language) -> list[Html]:
    """A line each of what was left of the deal, its tender, the customer's break, the person's employer."""
    lines = []
    if notice.rest:
        key = "rest-lost" if notice.rest_is_lost else "rest-open"
        lines.append(words.html(key, amount=money(notice.rest, words)))
    if notice.tender_on:
        lines.append(words.html("tender", until=dates.until(notice.tender_on, notice.today, words)))
    if notice.paused_until:
        lines.append(words.html("paused", until=dates.until(notice.paused_until, notice.today, words)))
    if notice.employer_before:
        lines.append(_employer(notice.employer_before, notice, words))
    return lines


def _employer(before: str, notice: Logged, words: Language) -> Html:
    if notice.company and notice.company.name == before:
        return words.html("employer-left")
    return words.html("employer-before", company=escape(short_name(before, words)))


def _position(position: Position, words: Language) -> str:
    unit = words.plain("unit", unit=position.unit)
    price = money(position.price, words)
    return words.plain("position", quantity=_number(position.quantity, words), unit=unit, price=price)


def _number(value: Decimal, words: Language) -> str:
    return str(format_decimal(value, locale=words.locale, decimal_quantization=False))
