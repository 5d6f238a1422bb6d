"""Amounts in local spellings; whether a point or comma divides thousands is told from a whole column."""

import re
from dataclasses import dataclass
from decimal import Decimal

from core.exchange.table import Number

SYMBOLS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "zł": "PLN",
    "eur": "EUR",
    "eurų": "EUR",
    "usd": "USD",
    "gbp": "GBP",
}
THOUSANDS = {
    "k": 1_000,
    "tūkst": 1_000,
    "tukst": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mln": 1_000_000,
    "mio": 1_000_000,
    "million": 1_000_000,
}
SCALED = re.compile(rf"(.*\d)\s*({'|'.join(THOUSANDS)})\b\.?(.*)", re.IGNORECASE)
"""A number that is short for thousands or millions: "12k", "1,5 mln. €"."""
SPACES = re.compile(r"[\s'’_]+")
NUMBER = re.compile(r"(?P<minus>[-−])?(?P<digits>\d[\d.,]*)(?P<cents>,-|\.-)?")
PLAIN = re.compile(r"\d{1,13}(?:\.(?:\d\d|\d{4}))?")
"""How computers write amounts; no other reading of it is possible where a point stands before decimals."""
SINGLE_GROUP = re.compile(r"\d{1,3}(?P<mark>[.,])\d{3}")


@dataclass
class AmountSurvey:
    """Goes through a column's cells and tells which mark stands before the decimals."""

    points: int = 0
    commas: int = 0
    unclear: str = ""

    def see(self, cell: str) -> None:
        if isinstance(cell, Number):
            return
        if PLAIN.fullmatch(cell):
            self.points += "." in cell
            return
        digits = _digits(cell)
        last = max(digits.rfind("."), digits.rfind(","))
        if last < 0:
            return
        mark = digits[last]
        if digits.count(mark) > 1:
            self._count("," if mark == "." else ".")
        elif ("," in digits and "." in digits) or not SINGLE_GROUP.fullmatch(digits):
            self._count(mark)
        else:
            self.unclear = self.unclear or cell

    @property
    def decimal_mark(self) -> str | None:
        """A point or a comma; None where no amount tells: then one before three digits groups them."""
        if self.points == self.commas:
            return None
        return "." if self.points > self.commas else ","

    @property
    def doubtful(self) -> str:
        """An amount whose mark could stand before decimals, where no other amount says; "" for none."""
        return "" if self.decimal_mark else self.unclear

    def _count(self, mark: str) -> None:
        self.points += mark == "."
        self.commas += mark == ","


def parse_amount(cell: str, decimal_mark: str | None) -> tuple[Decimal, str | None]:
    """The amount in a cell and the currency that it names. Raises ValueError with what was expected."""
    if isinstance(cell, Number):
        cell, decimal_mark = round_cents(cell), "."
    if decimal_mark != "," and PLAIN.fullmatch(cell):
        return Decimal(cell), None
    if scaled := SCALED.fullmatch(cell):
        amount, currency = parse_amount(scaled[1] + scaled[3], decimal_mark)
        return amount * THOUSANDS[scaled[2].casefold()], currency
    currency = _currency(cell)
    found = NUMBER.fullmatch(_bare(cell))
    if found is None:
        raise ValueError(f'"{cell[:40]}" is not an amount; expected as 12500.50')
    digits = found["digits"]
    mark = decimal_mark or _mark_of(digits)
    if mark is None:
        text = digits.replace(",", "").replace(".", "")
    else:
        whole, _, decimals = digits.rpartition(mark) if mark in digits else (digits, "", "")
        text = f"{re.sub('[.,]', '', whole)}.{decimals or '0'}"
        if not decimals.isdigit() and decimals:
            raise ValueError(f'"{cell[:40]}" has its marks otherwise than the rest of the column')
    amount = Decimal(text)
    if found["minus"]:
        raise ValueError(f'"{cell[:40]}" is negative; expected zero or more')
    if amount >= Decimal(10) ** 14 or amount != amount.quantize(Decimal("0.0001")):
        raise ValueError(f'"{cell[:40]}" cannot be kept exactly; expected at most four decimals')
    return amount, currency


def round_cents(number: Number) -> str:
    """A computed number at the four decimals that money is kept with: 0.1 + 0.2 is 0.3."""
    return str(Decimal(number).quantize(Decimal("0.0001")))


def _mark_of(digits: str) -> str | None:
    """The decimal mark of a number by itself: of two kinds the last; none before three digits."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0 or SINGLE_GROUP.fullmatch(digits) or digits.count(digits[last]) > 1:
        return None
    return digits[last]


def _bare(cell: str) -> str:
    return SPACES.sub("", re.sub(r"[^\d.,\s'’_−-]", "", cell)).strip(".,") if _unit_is_known(cell) else cell


def _digits(cell: str) -> str:
    scaled = SCALED.fullmatch(cell)
    found = NUMBER.fullmatch(_bare(scaled[1] + scaled[3] if scaled else cell))
    return found["digits"] if found else ""


def _unit_is_known(cell: str) -> bool:
    unit = _unit(cell)
    return not unit or unit in SYMBOLS or re.fullmatch(r"[a-z]{3}", unit) is not None


def _unit(cell: str) -> str:
    return re.sub(r"[\d.,\s'’_−-]", "", cell).casefold()


def _currency(cell: str) -> str | None:
    unit = _unit(cell)
    return SYMBOLS.get(unit) or (unit.upper() if len(unit) == 3 else None)
