"""Amounts in a message: money, quantities, percentages and ranges, told apart.

    for amount in find_amounts(line):    # line = Line(tokens); in the order of the text
        amount.value, amount.currency    # Decimal("12500"), "EUR" or None if no currency is written
        amount.is_money                  # may be a sum: no quantity, percentage, unit price, reference
        amount.is_range, amount.choices  # "10–12 tūkst.", "5 ar 6 tūkst.": value None, both ends in choices

All candidates are given, also bare numbers ("12", "2027", "12.05"): which is the deal's amount, and which
belongs to a date (see the spans of `core.reading.calendar`) or to a length, the clause decides.
"""

from dataclasses import dataclass
from decimal import Decimal

from core.reading.amount_tail import DASHES, Tail
from core.reading.numbers import NUMBER_STARTS, Number, number_at
from core.reading.phones import phone_end
from core.reading.tokens import Kind
from core.reading.words import Atom, Line


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what was written around it; tokens `first` to before `last`, `span` in code points.

    `value` is None for a range, alternatives or a vague "few thousand". `currency` is ISO 4217 or None if
    none is written; `unit` is what is counted ("t", "kg", "piece", "hour", ...), or the unit of a unit
    price; `period` is "month" or "year" of "500 € per month" (the figure is as said).
    """

    value: Decimal | None
    span: tuple[int, int]
    first: int
    last: int
    choices: tuple[Decimal, ...] = ()
    currency: str | None = None
    has_multiplier: bool = False
    is_vague: bool = False
    is_percent: bool = False
    is_unit_price: bool = False
    is_reference: bool = False
    in_words: bool = False
    unit: str | None = None
    period: str | None = None

    @property
    def has_currency(self) -> bool:
        """Whether a currency is written."""
        return self.currency is not None

    @property
    def is_range(self) -> bool:
        """Whether it is a range or alternatives."""
        return bool(self.choices)

    @property
    def is_money(self) -> bool:
        """Whether it may be the value of a deal."""
        return not (self.is_percent or self.is_unit_price or self.is_reference or self.unit)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but its place says that it is money."""
        return self.currency is None and not self.has_multiplier


def find_amounts(line: Line) -> list[Amount]:
    """Every amount of the message in order; they do not overlap."""
    found, at = [], 0
    while at < line.readable:
        if not _may_start(line, at) or _is_in_code(line, at):
            at += 1
            continue
        phone = phone_end(line.tokens, at)
        if phone and not line.atom(phone, "currency"):
            at = phone
            continue
        amount = _amount_at(line, at)
        if amount:
            found.append(amount)
        at = amount.last if amount else _past_number(line, at)
    return found


_STARTS = NUMBER_STARTS | {"currency"}


def _may_start(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if token.kind is Kind.NUMBER or token.raw == "+":
        return True
    return bool(line.atoms[at]) and any(a.category in _STARTS for a in line.atoms[at])


def _is_in_code(line: Line, at: int) -> bool:
    """Whether letters stand right before the digits: "LT1234"."""
    if at == 0 or line.tokens[at].kind is not Kind.NUMBER or line.tokens[at - 1].kind is not Kind.WORD:
        return False
    return line.touches(at) and line.atom(at - 1, "currency") is None


def _past_number(line: Line, at: int) -> int:
    number = number_at(line, at)
    return number.last if number else at + 1


def _amount_at(line: Line, at: int) -> Amount | None:
    prefix = line.atom(at, "currency")
    number = number_at(line, prefix.last if prefix else at)
    if number is None or number.ordinal:
        return None
    tail = Tail(line, number, None if prefix is None else str(prefix.value))
    second = _second(line, at, tail)
    if second:
        return _range(line, at, tail, second)
    if not _is_worth_naming(line, number, tail):
        return None
    return _build(line, at, tail, tail.value, ())


def _is_worth_naming(line: Line, number: Number, tail: "Tail") -> bool:
    if tail.currency or tail.unit or tail.is_percent or number.scaled:
        return True
    if number.fraction or number.value is None:
        return False
    if number.digits:
        raw = line.raw(number.first)
        return not (raw.startswith("0") and raw.isdecimal() and len(raw) > 1)
    return number.value >= 100


def _second(line: Line, first: int, tail: Tail) -> Tail | None:
    """The other end of a range or the other alternative, if there is one."""
    at = tail.last
    if tail.unit or tail.is_percent or tail.alone:
        return None
    after = _after_joint(line, first, at)
    number = number_at(line, after) if after else None
    if after and number is None and (prefix := line.atom(after, "currency")):
        number = number_at(line, prefix.last)
    if number is None or number.value is None or number.ordinal or tail.value is None:
        return None
    other = Tail(line, number, tail.currency)
    return other if _belongs_together(line, tail, other, after) else None


def _after_joint(line: Line, first: int, at: int) -> int:
    if line.raw(at) in DASHES and not line.raw(at + 1).startswith("0"):
        return at + 1
    both = line.raw(at) == "," and first and line.atom(first - 1, "or")
    either = line.atom(at + 1 if both else at, "or")  # "arba 5, arba 7"
    if either:
        return either.last
    to = line.atom(at, "to")
    if to and first and line.atom(first - 1, "from"):
        return to.last
    if to and to.sense and to.sense.words == ("to",):
        return to.last
    return 0


def _belongs_together(line: Line, tail: Tail, other: Tail, after: int) -> bool:
    low, high = _shared(tail, other)
    if other.unit or other.is_percent or low == high or not low or not high:
        return bool(other.unit or other.is_percent) and low < high
    if line.raw(after - 1) in DASHES and high < low:
        return False
    return max(low, high) <= 20 * min(low, high)


def _shared(tail: Tail, other: Tail) -> tuple[Decimal, Decimal]:
    """Both values; a multiplier that only the second has counts for the first: "5–7k"."""
    low, high = tail.value or Decimal(0), other.value or Decimal(0)
    scale = other.number.scale if other.number.scaled else 1_000_000 if other.scaled else Decimal(1)
    if other.scaled and not tail.scaled and high and low * scale <= 20 * high:
        low *= scale
    return low, high


def _range(line: Line, at: int, tail: Tail, other: Tail) -> Amount:
    choices = _shared(tail, other)
    other.currency = other.currency or tail.currency
    other.scaled = other.scaled or tail.scaled
    return _build(line, at, other, None, tuple(sorted(_plain(v) for v in choices)))


def _build(line: Line, at: int, tail: Tail, value: Decimal | None, choices: tuple[Decimal, ...]) -> Amount:
    last, unit, period = _per(line, tail)
    is_unit_price = (unit is not None and tail.unit is None) or _priced_each(line, at, tail)
    vague = not choices and (tail.number.value is None or tail.number.pair)
    return Amount(
        value=None if vague or value is None else _plain(value),
        span=(line.tokens[at].start, line.tokens[last - 1].end),
        first=at,
        last=last,
        choices=choices,
        currency=tail.currency,
        has_multiplier=tail.scaled,
        is_vague=vague,
        is_percent=tail.is_percent,
        is_unit_price=is_unit_price,
        is_reference=_is_reference(line, at),
        in_words=not tail.number.digits,
        unit=tail.unit or unit,
        period=period,
    )


def _plain(value: Decimal) -> Decimal:
    """The value without an exponent: whole, or with at least two decimals."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    cents = value.quantize(Decimal("0.01"))
    return cents if cents == value else value.normalize()


def _per(line: Line, tail: Tail) -> tuple[int, str | None, str | None]:
    """End of the amount with the "/kg", "už vnt." or "per month" after it, then the unit or the period."""
    at = tail.last
    if tail.is_percent or tail.unit or not line.raw(at):
        return at, None, None
    per = line.atom(at, "per")
    after = at + 1 if line.raw(at) == "/" else per.last if per else at
    unit = line.atom(after, "unit") or line.atom(after, "time_unit")
    if unit is None or (after == at and (not _stands_alone(unit) or line.atom(after, "not_unit"))):
        return at, None, None
    if unit.value in {"month", "year", "quarter", "week"}:
        return unit.last, None, str(unit.value)
    return unit.last, str(unit.value), None


def _stands_alone(unit: Atom) -> bool:
    """Whether a unit straight after money makes a price of it: "15 € vnt.", "15 € kg", "100 € valandai"."""
    sense = unit.sense
    return sense is not None and (bool(sense.marks) or sense.case == "dat" or len(sense.words[0]) <= 3)


def _priced_each(line: Line, at: int, tail: Tail) -> bool:
    """Whether "po" stands before the money, or "vieneto kaina" before or "each" after."""
    if line.atom(tail.last, "per_each") is not None:
        return True
    if (tail.currency or tail.scaled) and at and line.atom(at - 1, "distributive"):
        return True
    before = (
        line.atom(back, "per_each")
        for back in range(max(0, at - 3), at)
        if not back or line.tokens[back - 1].kind is not Kind.NUMBER
    )
    return any(atom is not None and atom.last <= at for atom in before)


def _is_reference(line: Line, at: int) -> bool:
    if not at:
        return False
    before: list[Atom | None] = [line.atom(back, "reference") for back in range(max(0, at - 3), at)]
    return line.raw(at - 1) in {"#", "№"} or any(atom is not None and atom.last == at for atom in before)
