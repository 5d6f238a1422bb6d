"""Money as a language writes it."""

from functools import lru_cache

from babel import Locale
from babel.numbers import format_currency, format_decimal, get_currency_symbol

from bot.texts import Language
from bot.texts.unbroken import NO_BREAK_SPACE
from core.money import whole
from core.notices import Sum

SIGN = "¤"


@lru_cache(maxsize=4096)
def money(money_sum: Sum, words: Language) -> str:
    """The exact amount with its currency, without cents where there are none: "12 000 €", "€12,000.50".

    Without a currency, the number alone.
    """
    amount = money_sum.amount
    pattern = Locale.parse(words.locale).currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace(".00", "")
    if not money_sum.currency:
        return format_decimal(amount, format=pattern.replace(SIGN, "").strip(), locale=words.locale)
    if pattern[0] == SIGN and get_currency_symbol(money_sum.currency, words.locale)[-1].isalpha():
        pattern = pattern.replace(SIGN, SIGN + NO_BREAK_SPACE)
    return format_currency(
        amount, money_sum.currency, format=pattern, locale=words.locale, currency_digits=False
    )


def total(money_sum: Sum, words: Language) -> str:
    """What several amounts come to, or an estimate: without cents, which only one deal's own amount has."""
    return money(Sum(whole(money_sum.amount), money_sum.currency), words)


def money_range(low: Sum, high: Sum, words: Language) -> str:
    """From `low` to `high` of one currency, estimates, which is said once where it stands behind:
    "14 000–23 500 €"."""
    last = total(high, words)
    behind = low.currency == high.currency and not last.endswith(total(Sum(high.amount, ""), words))
    return f"{total(Sum(low.amount, '') if behind else low, words)}–{last}"
